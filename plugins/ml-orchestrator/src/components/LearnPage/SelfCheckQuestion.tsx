import { useState } from 'react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { Place } from '../Anchor';

/** Props of {@link SelfCheckQuestion}. */
export interface SelfCheckQuestionProps {
  question: Guidance['selfCheck'][number];
  /** The option that was checked; absent while there is none. */
  given?: string;
  onCheck: (option: string) => void;
}

/** One question; once it is checked, what was right and why. */
export const SelfCheckQuestion = (props: SelfCheckQuestionProps) => {
  const { question, given, onCheck } = props;
  const t = useTranslate();
  const [chosen, setChosen] = useState(given ?? '');
  const answer = question.options.find(o => o.id === given);
  const right = question.options.find(o => o.correct);
  return (
    <Place place="self-check" id={question.id} title={question.question}>
      <RadioGroup
        name={`ml-orchestrator-check-${question.id}`}
        aria-label={question.question}
        value={chosen}
        onChange={(_, option) => setChosen(option)}
      >
        {question.options.map(({ id, label }) => (
          <FormControlLabel
            key={id}
            value={id}
            disabled={Boolean(given)}
            control={<Radio color="primary" />}
            label={label}
          />
        ))}
      </RadioGroup>
      {!given && (
        <Button
          variant="outlined"
          size="small"
          disabled={!chosen}
          aria-label={t('learn.selfCheck.checkLabel', {
            question: question.question,
          })}
          onClick={() => onCheck(chosen)}
        >
          {t('learn.selfCheck.check')}
        </Button>
      )}
      {answer && (
        <Typography variant="body2">
          <span aria-hidden="true">{answer.correct ? '✔ ' : '✘ '}</span>
          {t(
            answer.correct ? 'learn.selfCheck.right' : 'learn.selfCheck.wrong',
            { explanation: answer.explanation },
          )}
        </Typography>
      )}
      {answer && !answer.correct && right && (
        <Typography variant="body2">
          {t('learn.selfCheck.rightOne', {
            label: right.label,
            explanation: right.explanation,
          })}
        </Typography>
      )}
    </Place>
  );
};

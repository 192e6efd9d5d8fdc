import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  Guidance,
  Question,
} from 'backstage-plugin-ml-orchestrator-common';
import { questionsAfter } from 'backstage-plugin-ml-orchestrator-common';
import { optionHint } from '../../lib/favours';
import { useTranslate } from '../../translation';
import { Section } from '../Section';

const useStyles = makeStyles(
  theme => ({
    option: { alignItems: 'flex-start', marginBottom: theme.spacing(1) },
    label: { paddingTop: theme.spacing(1) },
    buttons: {
      display: 'flex',
      gap: theme.spacing(1),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'MlOrchestratorQuestionCard' },
);

/** Props of {@link QuestionCard}. */
export interface QuestionCardProps {
  guidance: Guidance;
  question: Question;
  /** Counted from 1. */
  number: number;
  /** The answers so far; the one to this question too, when it is changed. */
  answers: Answers;
  compact?: boolean;
  disabled?: boolean;
  /** Moves focus to the question when it appears. */
  focusTitle?: boolean;
  onAnswer: (option: string) => void;
  /** Goes to the question before; absent on the first. */
  onBack?: () => void;
}

/** Asks one question. Give it the question's id as `key`. */
export const QuestionCard = (props: QuestionCardProps) => {
  const { guidance, question, number, answers, compact, disabled } = props;
  const { onAnswer, onBack, focusTitle } = props;
  const classes = useStyles();
  const t = useTranslate();
  const [option, setOption] = useState(answers[question.id] ?? '');
  const left = useMemo(
    () => questionsAfter(guidance, answers, question.id),
    [guidance, answers, question],
  );
  const place =
    left > 0
      ? t('decide.question.andMore', {
          number: String(number),
          more: String(left),
        })
      : t('decide.question.last', { number: String(number) });

  const next = () => {
    if (option && !disabled) {
      onAnswer(option);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // Inside a template form, Enter would submit the whole step.
      event.preventDefault();
      next();
    }
  };

  return (
    <Section
      title={question.text}
      aside={place}
      compact={compact}
      focusTitle={focusTitle}
    >
      <Typography variant="body2" paragraph>
        {t('decide.question.why', { why: question.why })}
      </Typography>
      <RadioGroup
        name={`ml-orchestrator-${question.id}`}
        aria-label={question.text}
        value={option}
        onChange={(_, value) => setOption(value)}
        onKeyDown={onKeyDown}
      >
        {question.options.map(choice => {
          const hint = optionHint(t, guidance, choice);
          return (
            <FormControlLabel
              key={choice.id}
              value={choice.id}
              disabled={disabled}
              className={classes.option}
              control={<Radio color="primary" />}
              label={
                <div className={classes.label}>
                  <Typography component="span">{choice.label}</Typography>
                  {choice.description && (
                    <Typography variant="body2">
                      {choice.description}
                    </Typography>
                  )}
                  {hint && (
                    <Typography variant="body2">
                      <span aria-hidden="true">→ </span>
                      {hint}
                    </Typography>
                  )}
                </div>
              }
            />
          );
        })}
      </RadioGroup>
      <div className={classes.buttons}>
        {onBack && (
          <Button onClick={onBack}>{t('decide.question.back')}</Button>
        )}
        <Button
          variant="contained"
          color="primary"
          disabled={!option || disabled}
          onClick={next}
        >
          {t('decide.question.next')}
        </Button>
      </div>
    </Section>
  );
};

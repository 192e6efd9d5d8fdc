import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { SelfCheckQuestion } from './SelfCheckQuestion';

/** Questions to check oneself, with a score. Nothing is kept when the page is left. */
export const SelfCheck = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const [given, setGiven] = useState<Record<string, string>>({});
  const questions = guidance.selfCheck;
  const checked = questions.filter(({ id }) => given[id]);
  const right = checked.filter(({ id, options }) =>
    options.some(o => o.id === given[id] && o.correct),
  );
  return (
    <>
      {questions.map(question => (
        <SelfCheckQuestion
          // Trying again starts with nothing chosen.
          key={`${question.id} ${given[question.id] ?? ''}`}
          question={question}
          given={given[question.id]}
          onCheck={option => setGiven({ ...given, [question.id]: option })}
        />
      ))}
      <Typography role="status" variant="subtitle1" component="p">
        {checked.length > 0 &&
          t('learn.selfCheck.score', {
            right: String(right.length),
            checked: String(checked.length),
            all: String(questions.length),
          })}
      </Typography>
      {checked.length > 0 && (
        <Button variant="outlined" size="small" onClick={() => setGiven({})}>
          {t('learn.selfCheck.again')}
        </Button>
      )}
    </>
  );
};

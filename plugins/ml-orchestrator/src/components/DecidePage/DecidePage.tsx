import { useMemo } from 'react';
import { EmptyState } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useAnswersInUrl } from '../../hooks';
import { useTranslate } from '../../translation';
import { knownAnswers } from '../../lib/answersQuery';
import { GuideContent } from '../GuideContent';
import { Decide } from './Decide';

const DecideFromUrl = ({ guidance }: { guidance: Guidance }) => {
  const [answers, setAnswers] = useAnswersInUrl();
  const t = useTranslate();
  const { known, problems } = useMemo(
    () => knownAnswers(guidance, answers),
    [guidance, answers],
  );
  return (
    <>
      {problems.length > 0 && (
        <Typography role="alert" paragraph>
          {t('decide.unknownAnswers', {
            problems: problems.map(p => `${p.field}: ${p.message}`).join('; '),
          })}
        </Typography>
      )}
      {guidance.questions.length === 0 ? (
        <EmptyState
          missing="content"
          title={t('decide.empty.title')}
          description={t('decide.empty.text')}
        />
      ) : (
        <Decide guidance={guidance} answers={known} onAnswers={setAnswers} />
      )}
    </>
  );
};

/** The Decide tab. The answers live in the address. */
export const DecidePage = () => (
  <GuideContent>
    {guidance => <DecideFromUrl guidance={guidance} />}
  </GuideContent>
);

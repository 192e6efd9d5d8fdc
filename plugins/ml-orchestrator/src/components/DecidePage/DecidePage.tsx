import { useMemo } from 'react';
import { EmptyState } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useAnswersInUrl } from '../../hooks';
import { knownAnswers } from '../../lib/answersQuery';
import { GuideContent } from '../GuideContent';
import { Decide } from './Decide';

const DecideFromUrl = ({ guidance }: { guidance: Guidance }) => {
  const [answers, setAnswers] = useAnswersInUrl();
  const { known, problems } = useMemo(
    () => knownAnswers(guidance, answers),
    [guidance, answers],
  );
  return (
    <>
      {problems.length > 0 && (
        <Typography role="alert" paragraph>
          The link holds answers that the guide does not know, and they were
          left out: {problems.map(p => `${p.field}: ${p.message}`).join('; ')}.
        </Typography>
      )}
      {guidance.questions.length === 0 ? (
        <EmptyState
          missing="content"
          title="The guide has no questions"
          description="Your platform team can add questions to the guidance; until then, compare the orchestrators."
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

import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { answersQuery } from '../../lib/answersQuery';
import { scenarioResult } from '../../lib/scenarioWords';
import { answersInWords } from '../../lib/words';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Place } from '../Anchor';

/** Worked scenarios with the reasoning behind each outcome. */
export const ScenariosPart = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const decide = useGuideLinks().tab('decide');
  return (
    <>
      {guidance.scenarios.map(scenario => {
        const { id, title, story, answers } = scenario;
        return (
          <Place key={id} place="scenario" id={id} title={title}>
            <Typography variant="body2" paragraph>
              {story}
            </Typography>
            <Typography variant="body2">
              {scenarioResult(t, guidance, scenario)}
            </Typography>
            <ul>
              {answersInWords(guidance, answers).map(answer => (
                <Typography
                  key={answer.question}
                  component="li"
                  variant="body2"
                >
                  {answer.text} <strong>{answer.label}</strong>
                </Typography>
              ))}
            </ul>
            {decide && (
              <Link underline="always" to={`${decide}${answersQuery(answers)}`}>
                {t('learn.scenario.open', { title })}
              </Link>
            )}
          </Place>
        );
      })}
    </>
  );
};

import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  Answers,
  Guidance,
  Scenario,
} from 'backstage-plugin-ml-orchestrator-common';
import { answerDifferences } from '../../lib/answerDifferences';
import type { AnswerDifference } from '../../lib/answerDifferences';
import { scenarioResult } from '../../lib/scenarioWords';
import { useTranslate } from '../../translation';
import type { Translate } from '../../translation';

function inWords(
  t: Translate,
  { text: question, theirs, yours }: AnswerDifference,
): string {
  if (theirs && yours) {
    return t('decide.scenario.both', { question, theirs, yours });
  }
  return theirs
    ? t('decide.scenario.onlyTheirs', { question, theirs })
    : t('decide.scenario.onlyYours', { question, yours: yours ?? '' });
}

/** Props of {@link ScenarioStory}. */
export interface ScenarioStoryProps {
  guidance: Guidance;
  scenario: Scenario;
  /** A person's own. */
  answers: Answers;
  onLoad: () => void;
}

/** A worked scenario with its reasoning, beside one's own answers. */
export const ScenarioStory = (props: ScenarioStoryProps) => {
  const { guidance, scenario, answers, onLoad } = props;
  const t = useTranslate();
  const differences = answerDifferences(guidance, scenario.answers, answers);
  const answered = Object.keys(answers).length > 0;
  return (
    <>
      <Typography variant="body2" paragraph>
        {scenario.story}
      </Typography>
      <Typography variant="body2" paragraph>
        {scenarioResult(t, guidance, scenario)}
      </Typography>
      {differences.length === 0 && (
        <Typography variant="body2">{t('decide.scenario.same')}</Typography>
      )}
      {answered && differences.length > 0 && (
        <>
          <Typography variant="body2">
            {t('decide.scenario.differences')}
          </Typography>
          <ul>
            {differences.map(difference => (
              <Typography
                key={difference.question}
                component="li"
                variant="body2"
              >
                {inWords(t, difference)}
              </Typography>
            ))}
          </ul>
        </>
      )}
      {differences.length > 0 && (
        <Button variant="outlined" size="small" onClick={onLoad}>
          {t('decide.scenario.load')}
        </Button>
      )}
    </>
  );
};

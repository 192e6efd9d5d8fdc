import { useMemo } from 'react';
import { InfoCard, Progress } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { readDecision } from 'backstage-plugin-ml-orchestrator-common';
import type {
  EntityDecision,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useGuidance, useRecommendation } from '../../hooks';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { answersQuery, knownAnswers } from '../../lib/answersQuery';
import { entityLocators } from '../../lib/locators';
import { verdictOf } from '../../lib/verdict';
import { answersInWords, orchestratorTitle, ringBadge } from '../../lib/words';
import { LoadError } from '../LoadError';
import { Sign } from '../Sign';
import { CardLinks } from './CardLinks';
import { VerdictLine } from './VerdictLine';

const DecisionDetails = (props: {
  guidance: Guidance;
  decision: EntityDecision;
}) => {
  const { guidance, decision } = props;
  const t = useTranslate();
  const { entity } = useEntity();
  const decide = useGuideLinks().tab('decide');
  const { known, problems } = useMemo(
    () => knownAnswers(guidance, decision.answers),
    [guidance, decision],
  );
  const answered = Object.keys(known).length > 0;
  const { value, error, retry } = useRecommendation(
    answered ? known : undefined,
  );
  const decideLink = decide && `${decide}${answersQuery(known)}`;
  const orchestrator = guidance.orchestrators.find(
    o => o.id === decision.orchestrator,
  );
  const words = answersInWords(guidance, known);

  if (error) {
    return (
      <LoadError
        title={t('shared.load.recommendation')}
        error={error}
        onRetry={retry}
      />
    );
  }
  if (answered && !value) {
    return <Progress />;
  }
  return (
    <>
      <Typography variant="subtitle1" component="p">
        <strong>{orchestratorTitle(guidance, decision.orchestrator)}</strong>{' '}
        {orchestrator && <Sign {...ringBadge(t, orchestrator.ring)} />}
      </Typography>
      <VerdictLine
        guidance={guidance}
        verdict={verdictOf(
          guidance,
          decision,
          value?.recommendation,
          problems.length > 0,
        )}
        decideLink={decideLink}
      />
      {decision.overrideReason && (
        <Typography variant="body2" paragraph>
          {t('entity.overrideReason', { reason: decision.overrideReason })}
        </Typography>
      )}
      {words.length > 0 && (
        <ul aria-label={t('entity.answers')}>
          {words.map(({ question, text, label }) => (
            <Typography key={question} component="li" variant="body2">
              {text} <strong>{label}</strong>
            </Typography>
          ))}
        </ul>
      )}
      {entityLocators(t, entity).map(({ title, value: locator }) => (
        <Typography key={title} variant="body2" paragraph>
          {title}: <code>{locator}</code>
        </Typography>
      ))}
      <CardLinks entity={entity} decideLink={decideLink} />
    </>
  );
};

/** The orchestrator of an entity, the decision behind it, and whether the guide would still decide so. */
export const EntityOrchestratorCard = () => {
  const t = useTranslate();
  const { entity } = useEntity();
  const { value, error, retry } = useGuidance();
  const decision = useMemo(() => readDecision(entity), [entity]);
  if (!decision) {
    return null;
  }
  return (
    <InfoCard title={t('entity.title')}>
      {error && (
        <LoadError
          title={t('shared.load.guidance')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <Progress />}
      {value && (
        <DecisionDetails guidance={value.guidance} decision={decision} />
      )}
    </InfoCard>
  );
};

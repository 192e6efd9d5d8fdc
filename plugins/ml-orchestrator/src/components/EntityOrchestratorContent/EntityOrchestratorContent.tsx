import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { readDecision } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { DecisionDetails } from '../EntityOrchestratorCard';
import { LinkInvitation } from '../LinkInvitation';
import { PipelineGraphSection } from '../PipelineGraph';
import { Section } from '../Section';
import { WithGuidance } from '../WithGuidance';

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  }),
  { name: 'MlOrchestratorEntityContent' },
);

/** The tab of an entity: the decision for its orchestrator, and the pipeline's graph. */
export const EntityOrchestratorContent = () => {
  const t = useTranslate();
  const classes = useStyles();
  const { entity } = useEntity();
  const decision = useMemo(() => readDecision(entity), [entity]);
  const entityRef = stringifyEntityRef(entity);
  if (!decision) {
    return <LinkInvitation />;
  }
  return (
    <div className={classes.parts}>
      <Section title={t('entity.decision')}>
        <WithGuidance>
          {guidance => (
            <DecisionDetails
              guidance={guidance}
              entity={entity}
              decision={decision}
            />
          )}
        </WithGuidance>
      </Section>
      {/* Nothing of the last entity's graph, nor the step chosen in it, is kept for the next. */}
      <PipelineGraphSection key={entityRef} entityRef={entityRef} />
    </div>
  );
};

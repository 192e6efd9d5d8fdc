import { useMemo } from 'react';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { readDecision } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { WithGuidance } from '../WithGuidance';
import { DecisionDetails } from './DecisionDetails';

/** The orchestrator of an entity, the decision behind it, and whether the guide would still decide so. */
export const EntityOrchestratorCard = () => {
  const t = useTranslate();
  const { entity } = useEntity();
  const decision = useMemo(() => readDecision(entity), [entity]);
  if (!decision) {
    return null;
  }
  return (
    <InfoCard title={t('entity.title')}>
      <WithGuidance>
        {guidance => (
          <DecisionDetails
            guidance={guidance}
            entity={entity}
            decision={decision}
            brief
          />
        )}
      </WithGuidance>
    </InfoCard>
  );
};

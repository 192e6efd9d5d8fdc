import { Progress } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type { Orchestrator } from 'backstage-plugin-ml-orchestrator-common';
import { useOrchestrated } from '../../hooks';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { MoreInPortfolio } from '../MoreInPortfolio';
import { Section } from '../Section';

const SHOWN = 20;

/** The entities of the catalog that are linked to an orchestrator. */
export const UsedBy = (props: { orchestrator: Orchestrator }) => {
  const t = useTranslate();
  const { value, error, retry } = useOrchestrated(props.orchestrator.id, SHOWN);
  return (
    <Section title={t('compare.profile.used.title')}>
      {error && (
        <LoadError
          title={t('compare.profile.used.failed')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <Progress />}
      {value && value.entities.length === 0 && (
        <Typography variant="body2">
          {t('compare.profile.used.none')}
        </Typography>
      )}
      {value && value.entities.length > 0 && (
        <ul>
          {value.entities.map(entity => (
            <Typography
              key={stringifyEntityRef(entity)}
              component="li"
              variant="body2"
            >
              <EntityRefLink entityRef={entity} />
            </Typography>
          ))}
          {value.more > 0 && (
            <Typography component="li" variant="body2">
              <MoreInPortfolio
                orchestrator={props.orchestrator.id}
                count={value.more}
              />
            </Typography>
          )}
        </ul>
      )}
    </Section>
  );
};

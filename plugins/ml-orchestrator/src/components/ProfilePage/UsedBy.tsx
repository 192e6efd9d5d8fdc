import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef, EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { ANNOTATION_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';
import type { Orchestrator } from 'backstage-plugin-ml-orchestrator-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { Section } from '../Section';

const SHOWN = 20;

/** The entities of the catalog that are linked to an orchestrator. */
export const UsedBy = (props: { orchestrator: Orchestrator }) => {
  const { id } = props.orchestrator;
  const t = useTranslate();
  const catalog = useApi(catalogApiRef);
  const { value, error, retry } = useAsyncRetry(
    () =>
      catalog.queryEntities({
        filter: {
          // Components only: the resource that stands for the orchestrator is no user of it.
          kind: 'component',
          [`metadata.annotations.${ANNOTATION_ORCHESTRATOR}`]: id,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: SHOWN,
      }),
    [catalog, id],
  );
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
      {value && value.items.length === 0 && (
        <Typography variant="body2">
          {t('compare.profile.used.none')}
        </Typography>
      )}
      {value && value.items.length > 0 && (
        <ul>
          {value.items.map(entity => (
            <Typography
              key={`${entity.metadata.namespace}/${entity.metadata.name}`}
              component="li"
              variant="body2"
            >
              <EntityRefLink entityRef={entity} />
            </Typography>
          ))}
          {value.totalItems > value.items.length && (
            <Typography component="li" variant="body2">
              {t('compare.profile.used.more', {
                count: value.totalItems - value.items.length,
              })}
            </Typography>
          )}
        </ul>
      )}
    </Section>
  );
};

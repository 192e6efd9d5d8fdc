import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** Fetches the first entities, by name, that are linked to an orchestrator, and how many more there are. */
export function useOrchestrated(orchestrator: string, limit: number) {
  const catalog = useApi(catalogApiRef);
  return useAsyncRetry(async () => {
    const { items, totalItems } = await catalog.queryEntities({
      filter: {
        [`metadata.annotations.${ANNOTATION_ORCHESTRATOR}`]: orchestrator,
      },
      fields: ['kind', 'metadata', 'relations'],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit,
    });
    return { entities: items, more: totalItems - items.length };
  }, [catalog, orchestrator, limit]);
}

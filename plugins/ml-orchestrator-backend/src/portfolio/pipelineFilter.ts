import type { EntityFilterQuery } from '@backstage/catalog-client';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_ORCHESTRATOR,
  PIPELINE_KINDS,
} from 'backstage-plugin-ml-orchestrator-common';

/** Asks the catalog for ML pipelines: what is linked to an orchestrator, and what {@link hasPipelineType} takes for one. */
export function pipelineFilter(types: readonly string[]): EntityFilterQuery {
  return [
    {
      [`metadata.annotations.${ANNOTATION_ORCHESTRATOR}`]:
        CATALOG_FILTER_EXISTS,
    },
    ...(types.length > 0
      ? PIPELINE_KINDS.map(kind => ({ kind, 'spec.type': [...types] }))
      : []),
  ];
}

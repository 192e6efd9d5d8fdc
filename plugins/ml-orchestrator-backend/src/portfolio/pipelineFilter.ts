import type { EntityFilterQuery } from '@backstage/catalog-client';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { ANNOTATION_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';

/** Kinds that can be a pipeline by their type; a template of the same type makes pipelines, and is none. */
const KINDS = ['component', 'resource'];

/** Asks the catalog for ML pipelines: what is linked to an orchestrator, and what has one of the types. */
export function pipelineFilter(types: readonly string[]): EntityFilterQuery {
  return [
    {
      [`metadata.annotations.${ANNOTATION_ORCHESTRATOR}`]:
        CATALOG_FILTER_EXISTS,
    },
    ...(types.length > 0
      ? KINDS.map(kind => ({ kind, 'spec.type': [...types] }))
      : []),
  ];
}

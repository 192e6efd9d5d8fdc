import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
} from '@backstage/plugin-catalog-graph';
import type { DefaultCatalogGraphApiOptions } from '@backstage/plugin-catalog-graph';
import {
  RELATION_ORCHESTRATED_BY,
  RELATION_ORCHESTRATES,
} from 'backstage-plugin-ml-orchestrator-common';

/**
 * Adds the relations between pipelines and orchestrators to those that a catalog graph
 * knows, and changes nothing else. Without options, to those that Backstage itself knows.
 */
export function withOrchestratorRelations(
  options: DefaultCatalogGraphApiOptions = {},
): DefaultCatalogGraphApiOptions {
  const {
    knownRelations = ALL_RELATIONS,
    knownRelationPairs = ALL_RELATION_PAIRS,
    defaultRelationTypes = { exclude: [] },
  } = options;
  return {
    defaultRelationTypes,
    knownRelations: [
      ...new Set([
        ...knownRelations,
        RELATION_ORCHESTRATED_BY,
        RELATION_ORCHESTRATES,
      ]),
    ],
    knownRelationPairs: knownRelationPairs.some(
      ([forward]) => forward === RELATION_ORCHESTRATES,
    )
      ? knownRelationPairs
      : [
          ...knownRelationPairs,
          [RELATION_ORCHESTRATES, RELATION_ORCHESTRATED_BY],
        ],
  };
}

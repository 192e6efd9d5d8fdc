import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import {
  RELATION_ORCHESTRATED_BY,
  RELATION_ORCHESTRATES,
} from 'backstage-plugin-ml-orchestrator-common';

/** The catalog graph draws only relations it knows: teach it the pair of ours. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations: [
                ...ALL_RELATIONS,
                RELATION_ORCHESTRATED_BY,
                RELATION_ORCHESTRATES,
              ],
              knownRelationPairs: [
                ...ALL_RELATION_PAIRS,
                [RELATION_ORCHESTRATES, RELATION_ORCHESTRATED_BY],
              ],
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});

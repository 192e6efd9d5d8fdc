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
import { z } from 'zod';
import { withOrchestratorRelations } from './withOrchestratorRelations';

/** The catalog graph draws only relations it knows: this teaches it ours, beside all others. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.makeWithOverrides({
      configSchema: {
        /** Relation pairs of other plugins, which the graph is to know as well. */
        relationPairs: z.array(z.tuple([z.string(), z.string()])).default([]),
      },
      factory: (originalFactory, { config }) =>
        originalFactory(defineParams =>
          defineParams({
            api: catalogGraphApiRef,
            deps: {},
            factory: () =>
              new DefaultCatalogGraphApi(
                withOrchestratorRelations({
                  knownRelations: [
                    ...ALL_RELATIONS,
                    ...config.relationPairs.flat(),
                  ],
                  knownRelationPairs: [
                    ...ALL_RELATION_PAIRS,
                    ...config.relationPairs,
                  ],
                }),
              ),
          }),
        ),
    }),
  ],
});

import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { ANNOTATION_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';
import { MlOrchestratorClient, mlOrchestratorApiRef } from '../api';
import {
  DECISION_FIELD,
  decisionFieldSchema,
} from '../components/OrchestratorDecisionField/schema';
import {
  OPTIONS_FIELD,
  optionsFieldSchema,
} from '../components/StarterOptionsField/schema';
import {
  PREVIEW_FIELD,
  previewFieldSchema,
} from '../components/StarterPreviewField/schema';
import {
  LazyDecisionField,
  LazyOptionsField,
  LazyPreviewField,
} from './lazyFields';
import {
  rootRouteRef,
  tabRouteRefs,
  techDocsRouteRef,
  templateRouteRef,
} from './routes';

/** The plugin for portals on the old frontend system. */
export const mlOrchestratorPlugin = createPlugin({
  id: 'ml-orchestrator',
  apis: [
    createApiFactory({
      api: mlOrchestratorApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new MlOrchestratorClient(fetchApi),
    }),
  ],
  routes: { root: rootRouteRef, ...tabRouteRefs },
  externalRoutes: { template: templateRouteRef, techDocs: techDocsRouteRef },
});

/** The guide: a page with tabs, mounted with `<Route path="/ml-orchestrator" …>`. */
export const MlOrchestratorPage = mlOrchestratorPlugin.provide(
  createRoutableExtension({
    name: 'MlOrchestratorPage',
    component: () =>
      import('./MlOrchestratorPage').then(m => m.MlOrchestratorPage),
    mountPoint: rootRouteRef,
  }),
);

/** The orchestrator of an entity and the decision behind it, for entity pages. */
export const EntityOrchestratorCard = mlOrchestratorPlugin.provide(
  createComponentExtension({
    name: 'EntityOrchestratorCard',
    component: {
      lazy: () =>
        import('./EntityOrchestratorCard').then(m => m.EntityOrchestratorCard),
    },
  }),
);

/** Whether {@link EntityOrchestratorCard} has something to show, for `EntitySwitch.Case`. */
export const isOrchestratorAvailable = (entity: Entity): boolean =>
  Boolean(entity.metadata.annotations?.[ANNOTATION_ORCHESTRATOR]);

/** The template form field, `ui:field: OrchestratorDecision`. */
export const OrchestratorDecisionFieldExtension = mlOrchestratorPlugin.provide(
  createScaffolderFieldExtension({
    name: DECISION_FIELD,
    component: LazyDecisionField,
    validation: async (value, errors, context) => {
      const { validateDecision } = await import(
        '../components/OrchestratorDecisionField'
      );
      await validateDecision(value, errors, context);
    },
    schema: decisionFieldSchema.schema,
  }),
);

/** The options of the starter in template forms, `ui:field: StarterOptions`. */
export const StarterOptionsFieldExtension = mlOrchestratorPlugin.provide(
  createScaffolderFieldExtension({
    name: OPTIONS_FIELD,
    component: LazyOptionsField,
    validation: async (value, errors, context) => {
      const { validateOptions } = await import(
        '../components/StarterOptionsField'
      );
      await validateOptions(value, errors, context);
    },
    schema: optionsFieldSchema.schema,
  }),
);

/** The preview in template forms, `ui:field: StarterPreview`. */
export const StarterPreviewFieldExtension = mlOrchestratorPlugin.provide(
  createScaffolderFieldExtension({
    name: PREVIEW_FIELD,
    component: LazyPreviewField,
    schema: previewFieldSchema.schema,
  }),
);

/** What the guide says, for the list of results on the search page. */
export const GuideSearchResultListItem = mlOrchestratorPlugin.provide(
  createSearchResultListItemExtension({
    name: 'GuideSearchResultListItem',
    component: () =>
      import('../components/GuideSearchResultItem').then(
        m => m.GuideSearchResultItem,
      ),
    predicate: result => result.type === 'ml-orchestrator',
  }),
);

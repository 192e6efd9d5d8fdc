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
import { RESOURCE_TYPE_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';
import { MlOrchestratorClient, mlOrchestratorApiRef } from '../api';
import {
  DECISION_FIELD,
  decisionFieldSchema,
} from '../components/OrchestratorDecisionField/schema';
import {
  OPTIONS_FIELD,
  optionsFieldSchema,
} from '../components/StarterOptionsField/schema';
import { isInvited, isLinked, isProposable } from '../lib/likelyPipeline';
import type { PipelineSigns } from '../lib/likelyPipeline';
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
      lazy: () => import('./entityParts').then(m => m.EntityOrchestratorCard),
    },
  }),
);

/** The tab of an entity: the decision, and the graph of the pipeline. */
export const EntityOrchestratorContent = mlOrchestratorPlugin.provide(
  createComponentExtension({
    name: 'EntityOrchestratorContent',
    component: {
      lazy: () =>
        import('./entityParts').then(m => m.EntityOrchestratorContent),
    },
  }),
);

/** Invites people to link an entity to its orchestrator. */
export const EntityLinkInvitationCard = mlOrchestratorPlugin.provide(
  createComponentExtension({
    name: 'EntityLinkInvitationCard',
    component: {
      lazy: () => import('./entityParts').then(m => m.EntityLinkInvitationCard),
    },
  }),
);

/** What detection proposes for an entity that is not invited; nothing where it proposes nothing. */
export const EntityLinkProposalCard = mlOrchestratorPlugin.provide(
  createComponentExtension({
    name: 'EntityLinkProposalCard',
    component: {
      lazy: () => import('./entityParts').then(m => m.EntityLinkProposalCard),
    },
  }),
);

/** What the guide says of an orchestrator, for the page of its resource. */
export const EntityOrchestratorProfileCard = mlOrchestratorPlugin.provide(
  createComponentExtension({
    name: 'EntityOrchestratorProfileCard',
    component: {
      lazy: () =>
        import('./entityParts').then(m => m.EntityOrchestratorProfileCard),
    },
  }),
);

/** What runs on an orchestrator, for the page of its resource. */
export const EntityOrchestratedCard = mlOrchestratorPlugin.provide(
  createComponentExtension({
    name: 'EntityOrchestratedCard',
    component: {
      lazy: () => import('./entityParts').then(m => m.EntityOrchestratedCard),
    },
  }),
);

/** Whether card and tab have something to show, for `EntitySwitch.Case` and `EntityLayout.Route`. */
export const isOrchestratorAvailable = (entity: Entity): boolean =>
  isLinked(entity);

/** Whether to invite people to link an entity; by `spec.type: ml-pipeline` or that tag, or by signs of one's own. */
export const isLinkInvited =
  (signs?: PipelineSigns) =>
  (entity: Entity): boolean =>
    isInvited(entity, signs);

/** Whether detection may propose a link for an entity that {@link isLinkInvited} says no to; with the same signs. */
export const isLinkProposable =
  (signs?: PipelineSigns) =>
  (entity: Entity): boolean =>
    isProposable(entity, signs);

/** Whether an entity stands for an orchestrator. */
export const isOrchestrator = (entity: Entity): boolean =>
  entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
  entity.spec?.type === RESOURCE_TYPE_ORCHESTRATOR;

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

import {
  ApiBlueprint,
  PageBlueprint,
  SubPageBlueprint,
  createFrontendPlugin,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  ANNOTATION_ORCHESTRATOR,
  RESOURCE_TYPE_ORCHESTRATOR,
} from 'backstage-plugin-ml-orchestrator-common';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import AccountTreeIcon from '@material-ui/icons/AccountTreeOutlined';
import type { ReactNode } from 'react';
import { MlOrchestratorClient, mlOrchestratorApiRef } from './api';
import { isInvited, isProposable } from './lib/likelyPipeline';
import { RouteRefLinks } from './links';
import {
  compareRouteRef,
  costRouteRef,
  decideRouteRef,
  guidanceRouteRef,
  learnRouteRef,
  portfolioRouteRef,
  rootRouteRef,
  techDocsRouteRef,
  templateRouteRef,
} from './routes';

/** What is drawn finds its links through the routes of the new frontend system. */
const linked = (element: ReactNode) => <RouteRefLinks>{element}</RouteRefLinks>;

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: mlOrchestratorApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new MlOrchestratorClient(fetchApi),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/ml-orchestrator',
    title: 'ML orchestrators',
    icon: <AccountTreeIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
  },
});

// The first tab is the one that opens.
const comparePage = SubPageBlueprint.make({
  name: 'compare',
  attachTo: { id: 'page:ml-orchestrator', input: 'pages' },
  params: {
    path: 'compare',
    title: 'Compare',
    routeRef: compareRouteRef,
    loader: () =>
      import('./components/ComparePage').then(m => linked(<m.ComparePage />)),
  },
});

const decidePage = SubPageBlueprint.make({
  name: 'decide',
  attachTo: { id: 'page:ml-orchestrator', input: 'pages' },
  params: {
    path: 'decide',
    title: 'Decide',
    routeRef: decideRouteRef,
    loader: () =>
      import('./components/DecidePage').then(m => linked(<m.DecidePage />)),
  },
});

const learnPage = SubPageBlueprint.make({
  name: 'learn',
  attachTo: { id: 'page:ml-orchestrator', input: 'pages' },
  params: {
    path: 'learn',
    title: 'Learn',
    routeRef: learnRouteRef,
    loader: () =>
      import('./components/LearnPage').then(m => linked(<m.LearnPage />)),
  },
});

const costPage = SubPageBlueprint.make({
  name: 'cost',
  attachTo: { id: 'page:ml-orchestrator', input: 'pages' },
  params: {
    path: 'cost',
    title: 'Cost',
    routeRef: costRouteRef,
    loader: () =>
      import('./components/CostPage').then(m => linked(<m.CostPage />)),
  },
});

const portfolioPage = SubPageBlueprint.make({
  name: 'portfolio',
  attachTo: { id: 'page:ml-orchestrator', input: 'pages' },
  params: {
    path: 'portfolio',
    title: 'Portfolio',
    routeRef: portfolioRouteRef,
    loader: () =>
      import('./components/PortfolioPage').then(m =>
        linked(<m.PortfolioPage />),
      ),
  },
});

const guidancePage = SubPageBlueprint.make({
  name: 'guidance',
  attachTo: { id: 'page:ml-orchestrator', input: 'pages' },
  // The tab is there for all; the page tells those who may not see it how to get in.
  params: {
    path: 'guidance',
    title: 'Guidance',
    routeRef: guidanceRouteRef,
    loader: () =>
      import('./components/GuidancePage').then(m => linked(<m.GuidancePage />)),
  },
});

const LINKED = {
  [`metadata.annotations.${ANNOTATION_ORCHESTRATOR}`]: { $exists: true },
};
const ORCHESTRATOR = {
  kind: 'resource',
  'spec.type': RESOURCE_TYPE_ORCHESTRATOR,
};

const entityCard = EntityCardBlueprint.make({
  name: 'orchestrator',
  params: {
    type: 'info',
    filter: LINKED,
    loader: () =>
      import('./components/EntityOrchestratorCard').then(m =>
        linked(<m.EntityOrchestratorCard />),
      ),
  },
});

const entityContent = EntityContentBlueprint.make({
  name: 'orchestrator',
  params: {
    path: '/ml-orchestrator',
    title: 'Orchestrator',
    filter: LINKED,
    loader: () =>
      import('./components/EntityOrchestratorContent').then(m =>
        linked(<m.EntityOrchestratorContent />),
      ),
  },
});

const invitationCard = EntityCardBlueprint.make({
  name: 'invitation',
  params: {
    type: 'info',
    // A portal with other types or tags sets the filter of this extension.
    filter: entity => isInvited(entity),
    loader: () =>
      import('./components/LinkInvitation').then(m =>
        linked(<m.LinkInvitation />),
      ),
  },
});

const proposalCard = EntityCardBlueprint.make({
  name: 'proposal',
  params: {
    type: 'info',
    // An invitation says the same and more.
    filter: entity => isProposable(entity),
    loader: () =>
      import('./components/LinkProposal').then(m =>
        linked(<m.LinkProposalCard />),
      ),
  },
});

const profileCard = EntityCardBlueprint.make({
  name: 'profile',
  params: {
    type: 'info',
    filter: ORCHESTRATOR,
    loader: () =>
      import('./components/OrchestratorCards').then(m =>
        linked(<m.OrchestratorProfileCard />),
      ),
  },
});

const orchestratedCard = EntityCardBlueprint.make({
  name: 'orchestrated',
  params: {
    type: 'content',
    filter: ORCHESTRATOR,
    loader: () =>
      import('./components/OrchestratorCards').then(m =>
        linked(<m.OrchestratedCard />),
      ),
  },
});

const orchestratorFilter = CatalogFilterBlueprint.make({
  name: 'orchestrator',
  params: {
    loader: () =>
      import('./components/CatalogFilters').then(m => (
        <m.EntityOrchestratorPicker />
      )),
  },
});

const verdictFilter = CatalogFilterBlueprint.make({
  name: 'verdict',
  params: {
    loader: () =>
      import('./components/CatalogFilters').then(m => (
        <m.EntityVerdictPicker />
      )),
  },
});

const decisionField = FormFieldBlueprint.make({
  name: 'orchestrator-decision',
  params: {
    field: () =>
      import('./components/OrchestratorDecisionField').then(
        m => m.orchestratorDecisionField,
      ),
  },
});

const previewField = FormFieldBlueprint.make({
  name: 'starter-preview',
  params: {
    field: () =>
      import('./components/StarterPreviewField').then(
        m => m.starterPreviewField,
      ),
  },
});

const optionsField = FormFieldBlueprint.make({
  name: 'starter-options',
  params: {
    field: () =>
      import('./components/StarterOptionsField').then(
        m => m.starterOptionsField,
      ),
  },
});

const searchResultItem = SearchResultListItemBlueprint.make({
  params: {
    icon: <AccountTreeIcon />,
    predicate: result => result.type === 'ml-orchestrator',
    component: () =>
      import('./components/GuideSearchResultItem').then(
        m => m.GuideSearchResultItem,
      ),
  },
});

/** Guide, entity pages, catalog filters and template form fields for ML orchestrators. */
export const mlOrchestratorPlugin = createFrontendPlugin({
  pluginId: 'ml-orchestrator',
  title: 'ML orchestrators',
  icon: <AccountTreeIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    compare: compareRouteRef,
    decide: decideRouteRef,
    learn: learnRouteRef,
    cost: costRouteRef,
    portfolio: portfolioRouteRef,
    guidance: guidanceRouteRef,
  },
  externalRoutes: {
    template: templateRouteRef,
    techDocs: techDocsRouteRef,
  },
  extensions: [
    api,
    page,
    comparePage,
    decidePage,
    learnPage,
    costPage,
    portfolioPage,
    guidancePage,
    entityCard,
    entityContent,
    invitationCard,
    proposalCard,
    profileCard,
    orchestratedCard,
    orchestratorFilter,
    verdictFilter,
    decisionField,
    optionsField,
    previewField,
    searchResultItem,
  ],
});

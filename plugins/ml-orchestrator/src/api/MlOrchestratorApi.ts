import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  Answers,
  DecisionTree,
  Guidance,
  GuidanceLayer,
  GuidanceStatusReport,
  GuidanceWarning,
  LinkProposal,
  PipelineGraphAnswer,
  PortfolioFilters,
  PortfolioPage,
  PortfolioPaging,
  PortfolioSummary,
  Recommendation,
  StarterOptionsForm,
  StarterPreview,
  WhatIfRequest,
  WhatIfResult,
} from 'backstage-plugin-ml-orchestrator-common';

/** The guidance as the backend serves it. */
export interface GuidanceResponse {
  guidance: Guidance;
  /** What is wrong with the configured guidance; shown to readers in one line. */
  warnings: GuidanceWarning[];
  /** What the guidance was made from. */
  layers: GuidanceLayer[];
}

/** What the pages, the card and the form fields ask the backend. */
export interface MlOrchestratorApi {
  /** The guidance in force, with what is wrong with the configured one. */
  getGuidance(): Promise<GuidanceResponse>;
  /** What the engine says about the answers. */
  recommend(answers: Answers): Promise<Recommendation>;
  /** The derived decision tree below the answers; the whole tree without any. */
  getDecisionTree(answers: Answers): Promise<DecisionTree>;
  /** What detection proposes for an entity that is not linked, if anything. */
  getLinkProposal(entityRef: string): Promise<LinkProposal | undefined>;
  /** The pipeline graph of an entity, read from its repository, or why there is none. */
  getPipelineGraph(entityRef: string): Promise<PipelineGraphAnswer>;
  /** How the guidance fares; for its owners only. */
  getGuidanceStatus(): Promise<GuidanceStatusReport>;
  /** The ML pipelines that the reader may see, a page at a time. */
  getPortfolio(
    filters: PortfolioFilters,
    paging: PortfolioPaging,
  ): Promise<PortfolioPage>;
  /** How many pipelines there are, by everything they can be told apart by. */
  getPortfolioSummary(filters: PortfolioFilters): Promise<PortfolioSummary>;
  /** All pipelines of the filters as CSV. */
  getPortfolioCsv(
    filters: PortfolioFilters,
    sort: PortfolioPaging['sort'],
  ): Promise<string>;
  /** What a change of the guidance would do to the pipelines; for its owners only. */
  whatIf(request: WhatIfRequest): Promise<WhatIfResult>;
  /** The files that a starter spec would give, as filled in so far; it needs the decision. */
  previewStarter(spec: Record<string, unknown>): Promise<StarterPreview>;
  /** The options that the starter of a spec offers, and what is wrong with those chosen; it needs the decision. */
  starterOptions(spec: Record<string, unknown>): Promise<StarterOptionsForm>;
}

/** Reference of the {@link MlOrchestratorApi}. */
export const mlOrchestratorApiRef = createApiRef<MlOrchestratorApi>().with({
  id: 'plugin.ml-orchestrator.guide',
  pluginId: 'ml-orchestrator',
});

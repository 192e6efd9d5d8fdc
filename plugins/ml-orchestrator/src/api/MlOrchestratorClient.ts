import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  DecisionTree,
  GuidanceStatusReport,
  LinkProposal,
  LinkProposalsPage,
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
import { portfolioQuery } from '../lib/portfolioQuery';
import type { GuidanceResponse, MlOrchestratorApi } from './MlOrchestratorApi';

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** Asks the backend plugin over HTTP. */
export class MlOrchestratorClient implements MlOrchestratorApi {
  constructor(private readonly fetchApi: FetchApi) {}

  getGuidance(): Promise<GuidanceResponse> {
    return this.request<GuidanceResponse>('/guidance');
  }

  recommend(answers: Answers): Promise<Recommendation> {
    return this.request<Recommendation>('/recommend', post({ answers }));
  }

  getDecisionTree(answers: Answers): Promise<DecisionTree> {
    const compact = formatAnswers(answers);
    const query = compact
      ? `?${new URLSearchParams({ answers: compact })}`
      : '';
    return this.request<DecisionTree>(`/decision-tree${query}`);
  }

  getPipelineGraph(entityRef: string): Promise<PipelineGraphAnswer> {
    const query = new URLSearchParams({ entity: entityRef });
    return this.request<PipelineGraphAnswer>(`/pipeline-graph?${query}`);
  }

  async getLinkProposal(entityRef: string): Promise<LinkProposal | undefined> {
    const query = new URLSearchParams({ entity: entityRef });
    const page = await this.request<LinkProposalsPage>(`/proposals?${query}`);
    return page.items[0];
  }

  getGuidanceStatus(): Promise<GuidanceStatusReport> {
    return this.request<GuidanceStatusReport>('/guidance/status');
  }

  previewStarter(spec: Record<string, unknown>): Promise<StarterPreview> {
    return this.askOfStarter<StarterPreview>('preview', spec);
  }

  starterOptions(spec: Record<string, unknown>): Promise<StarterOptionsForm> {
    return this.askOfStarter<StarterOptionsForm>('options', spec);
  }

  getPortfolio(
    filters: PortfolioFilters,
    paging: PortfolioPaging,
  ): Promise<PortfolioPage> {
    return this.request<PortfolioPage>(
      `/portfolio${portfolioQuery(filters, paging)}`,
    );
  }

  getPortfolioSummary(filters: PortfolioFilters): Promise<PortfolioSummary> {
    return this.request<PortfolioSummary>(
      `/portfolio/summary${portfolioQuery(filters)}`,
    );
  }

  async getPortfolioCsv(
    filters: PortfolioFilters,
    sort: PortfolioPaging['sort'],
  ): Promise<string> {
    const response = await this.ask(
      `/portfolio.csv${portfolioQuery(filters, { sort })}`,
    );
    return response.text();
  }

  whatIf(request: WhatIfRequest): Promise<WhatIfResult> {
    return this.request<WhatIfResult>('/what-if', post(request));
  }

  private askOfStarter<T>(
    what: string,
    spec: Record<string, unknown>,
  ): Promise<T> {
    // The scaffolder has the starters, so it answers.
    return this.request<T>(
      `/ml-orchestrator/${what}`,
      post({ spec }),
      'scaffolder',
    );
  }

  private async request<T>(
    path: string,
    init?: RequestInit,
    plugin?: string,
  ): Promise<T> {
    return (await this.ask(path, init, plugin)).json();
  }

  private async ask(
    path: string,
    init?: RequestInit,
    plugin = 'ml-orchestrator',
  ): Promise<Response> {
    const response = await this.fetchApi.fetch(
      `plugin://${plugin}${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

import {
  decisionTree,
  guidanceStatus,
  recommend,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Guidance,
  GuidanceStatusReport,
  LinkProposal,
  PipelineGraphAnswer,
  PortfolioFilters,
  PortfolioPage,
  PortfolioPaging,
  PortfolioSummary,
  StarterOptionsForm,
  StarterPreview,
  WhatIfRequest,
  WhatIfResult,
} from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceResponse, MlOrchestratorApi } from '../api';
import { guidanceFixture } from './guidance';
import { pipelineGraphFixture } from './pipelineGraph';
import {
  portfolioPage,
  portfolioRows,
  portfolioSummary,
  whatIfResult,
} from './portfolio';
import { starterOptionsFixture } from './starterOptions';

/** Answers as the backend would, with the real engine and without a network. */
export class FixtureApi implements MlOrchestratorApi {
  constructor(
    private readonly guidance: Guidance = guidanceFixture,
    private readonly warnings: GuidanceResponse['warnings'] = [],
    private readonly graph: PipelineGraphAnswer = pipelineGraphFixture,
  ) {}

  async getGuidance(): Promise<GuidanceResponse> {
    return { guidance: this.guidance, warnings: this.warnings, layers: [] };
  }

  async recommend(answers: Answers) {
    return recommend(this.guidance, answers);
  }

  async getPipelineGraph() {
    return this.graph;
  }

  async getGuidanceStatus(): Promise<GuidanceStatusReport> {
    return {
      layers: [{ location: 'default', status: 'loaded' }],
      warnings: this.warnings,
      status: guidanceStatus(this.guidance),
    };
  }

  async getLinkProposal(_entityRef: string): Promise<LinkProposal | undefined> {
    return undefined;
  }

  async previewStarter(spec: Record<string, unknown>): Promise<StarterPreview> {
    const { name = 'your-pipeline' } = spec;
    return {
      files: [
        {
          path: '.github/workflows/ci.yml',
          content: 'name: CI\n',
          reason: 'verifies each pull request',
          when: { ci: 'github' },
        },
        {
          path: 'README.md',
          content: `# ${name}\n`,
          reason: 'how to run it',
          when: {},
        },
        {
          path: 'steps/train.py',
          content: 'def main() -> None: ...\n',
          reason: 'trains the model',
          when: {},
        },
      ],
      assumed: spec.name ? [] : ['name'],
    };
  }

  async starterOptions(
    spec: Record<string, unknown>,
  ): Promise<StarterOptionsForm> {
    return starterOptionsFixture(this.guidance, spec);
  }

  async getPortfolio(
    filters: PortfolioFilters,
    paging: PortfolioPaging,
  ): Promise<PortfolioPage> {
    return portfolioPage(portfolioRows(this.guidance), filters, paging);
  }

  async getPortfolioSummary(
    filters: PortfolioFilters,
  ): Promise<PortfolioSummary> {
    return portfolioSummary(portfolioRows(this.guidance), filters);
  }

  async getPortfolioCsv(
    filters: PortfolioFilters,
    sort: PortfolioPaging['sort'],
  ): Promise<string> {
    const { items } = await this.getPortfolio(filters, { sort });
    return ['pipeline', ...items.map(({ name }) => name), ''].join('\r\n');
  }

  async whatIf(request: WhatIfRequest): Promise<WhatIfResult> {
    return whatIfResult(this.guidance, request);
  }

  async getDecisionTree(answers: Answers) {
    return decisionTree(this.guidance, { answers });
  }
}

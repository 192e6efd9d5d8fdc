import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  DecisionTree,
  GuidanceStatusReport,
  PipelineGraphAnswer,
  Recommendation,
  StarterOptionsForm,
  StarterPreview,
} from 'backstage-plugin-ml-orchestrator-common';
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

  getGuidanceStatus(): Promise<GuidanceStatusReport> {
    return this.request<GuidanceStatusReport>('/guidance/status');
  }

  previewStarter(spec: Record<string, unknown>): Promise<StarterPreview> {
    return this.askOfStarter<StarterPreview>('preview', spec);
  }

  starterOptions(spec: Record<string, unknown>): Promise<StarterOptionsForm> {
    return this.askOfStarter<StarterOptionsForm>('options', spec);
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
    plugin = 'ml-orchestrator',
  ): Promise<T> {
    const response = await this.fetchApi.fetch(
      `plugin://${plugin}${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

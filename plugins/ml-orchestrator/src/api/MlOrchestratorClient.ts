import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  DecisionTree,
  GuidanceStatusReport,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceResponse, MlOrchestratorApi } from './MlOrchestratorApi';

/** Asks the backend plugin over HTTP. */
export class MlOrchestratorClient implements MlOrchestratorApi {
  constructor(private readonly fetchApi: FetchApi) {}

  getGuidance(): Promise<GuidanceResponse> {
    return this.request<GuidanceResponse>('/guidance');
  }

  recommend(answers: Answers): Promise<Recommendation> {
    return this.request<Recommendation>('/recommend', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ answers }),
    });
  }

  getDecisionTree(answers: Answers): Promise<DecisionTree> {
    const compact = formatAnswers(answers);
    const query = compact
      ? `?${new URLSearchParams({ answers: compact })}`
      : '';
    return this.request<DecisionTree>(`/decision-tree${query}`);
  }

  getGuidanceStatus(): Promise<GuidanceStatusReport> {
    return this.request<GuidanceStatusReport>('/guidance/status');
  }

  private async request<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.fetchApi.fetch(
      `plugin://ml-orchestrator${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

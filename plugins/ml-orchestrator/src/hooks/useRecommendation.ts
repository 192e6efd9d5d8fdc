import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../api';

/** A recommendation with the answers that it is for. */
export interface AnsweredRecommendation {
  answers: Answers;
  recommendation: Recommendation;
}

/**
 * Asks for a recommendation, and again whenever the answers change. While the next
 * one is fetched the last one stays, with the answers it was for, so that nothing
 * flickers and nothing is taken for the answer to something else.
 * @param answers - nothing is asked while undefined
 */
export function useRecommendation(answers: Answers | undefined) {
  const api = useApi(mlOrchestratorApiRef);
  const key = answers && formatAnswers(answers);
  return useAsyncRetry(
    async (): Promise<AnsweredRecommendation | undefined> =>
      answers && { answers, recommendation: await api.recommend(answers) },
    [api, key],
  );
}

import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type { Answers } from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../api';

/** Fetches the derived decision tree below some answers; the whole tree without any. */
export function useDecisionTree(below: Answers) {
  const api = useApi(mlOrchestratorApiRef);
  return useAsyncRetry(
    () => api.getDecisionTree(below),
    [api, formatAnswers(below)],
  );
}

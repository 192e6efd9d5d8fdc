import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { mlOrchestratorApiRef } from '../api';

/** Fetches the pipeline graph of an entity. */
export function usePipelineGraph(entityRef: string) {
  const api = useApi(mlOrchestratorApiRef);
  return useAsyncRetry(() => api.getPipelineGraph(entityRef), [api, entityRef]);
}

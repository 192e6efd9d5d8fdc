import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { mlOrchestratorApiRef } from '../api';

/** Fetches the guidance in force. */
export function useGuidance() {
  const api = useApi(mlOrchestratorApiRef);
  return useAsyncRetry(() => api.getGuidance(), [api]);
}

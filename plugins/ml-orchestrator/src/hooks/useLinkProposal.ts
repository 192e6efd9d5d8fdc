import { useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { mlOrchestratorApiRef } from '../api';

/** Fetches what detection proposes for an entity, with the guidance that says what it is called. */
export function useLinkProposal(entityRef: string) {
  const api = useApi(mlOrchestratorApiRef);
  return useAsync(async () => {
    const proposal = await api.getLinkProposal(entityRef);
    return proposal && { proposal, ...(await api.getGuidance()) };
  }, [api, entityRef]);
}

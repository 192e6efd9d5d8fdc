import { useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import type {
  Guidance,
  LinkProposal,
} from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../api';

/** What is proposed, with the guidance that says what it is called. */
export interface FoundProposal {
  proposal: LinkProposal;
  guidance: Guidance;
}

/** Fetches what detection proposes for an entity, if anything. */
export function useLinkProposal(entityRef: string): FoundProposal | undefined {
  const api = useApi(mlOrchestratorApiRef);
  const { value } = useAsync(async () => {
    const proposal = await api.getLinkProposal(entityRef);
    if (!proposal) {
      return undefined;
    }
    const { guidance } = await api.getGuidance();
    return { proposal, guidance };
  }, [api, entityRef]);
  // The last entity's proposal stays while the next one's is fetched.
  return value?.proposal.entityRef === entityRef ? value : undefined;
}

import { useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import type { PortfolioRow } from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../api';

/**
 * Fetches what the portfolio keeps of an entity. Nothing while it loads, and nothing if
 * it cannot be loaded: what needs it adds to what is shown anyway.
 * @param entityRef - nothing is asked while undefined
 */
export function usePortfolioRow(
  entityRef: string | undefined,
): PortfolioRow | undefined {
  const api = useApi(mlOrchestratorApiRef);
  const { value } = useAsync(
    async () =>
      entityRef
        ? (await api.getPortfolio({ entity: [entityRef] }, { limit: 1 })).items
        : [],
    [api, entityRef],
  );
  // The last entity's row stays while the next one's is fetched.
  return value?.find(row => row.entityRef === entityRef);
}

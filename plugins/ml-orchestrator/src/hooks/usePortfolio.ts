import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type {
  PortfolioFilters,
  PortfolioPaging,
} from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../api';
import { portfolioQuery } from '../lib/portfolioQuery';

/**
 * A page of the pipelines. While the next one is fetched the last one stays, so that
 * nothing flickers.
 */
export function usePortfolioRows(
  filters: PortfolioFilters,
  paging: PortfolioPaging,
) {
  const api = useApi(mlOrchestratorApiRef);
  return useAsyncRetry(
    () => api.getPortfolio(filters, paging),
    [api, portfolioQuery(filters, paging)],
  );
}

/**
 * The numbers of the pipelines; the last ones stay while the next ones are fetched.
 * @param filters - nothing is asked while undefined
 */
export function usePortfolioSummary(filters: PortfolioFilters | undefined) {
  const api = useApi(mlOrchestratorApiRef);
  return useAsyncRetry(
    async () => filters && api.getPortfolioSummary(filters),
    [api, filters && portfolioQuery(filters)],
  );
}

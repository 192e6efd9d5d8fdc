import { useApi } from '@backstage/frontend-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { PortfolioFilters } from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../api';
import { portfolioQuery } from '../lib/portfolioQuery';
import { pagingOf } from '../lib/portfolioView';
import type { PortfolioView } from '../lib/portfolioView';

/**
 * A page of the pipelines. While the next one is fetched the last one stays, so that
 * nothing flickers, with the view that it is of, so that it is not taken for the next.
 */
export function usePortfolioRows(view: PortfolioView) {
  const api = useApi(mlOrchestratorApiRef);
  const { filters } = view;
  const paging = pagingOf(view);
  return useAsyncRetry(
    async () => ({ view, ...(await api.getPortfolio(filters, paging)) }),
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

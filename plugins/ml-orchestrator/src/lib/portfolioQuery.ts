import type {
  PortfolioFilters,
  PortfolioPaging,
} from 'backstage-plugin-ml-orchestrator-common';

/** The filters that take any of several values. */
export const LIST_FILTERS = [
  'owner',
  'system',
  'orchestrator',
  'verdict',
  'decidedBy',
] as const;

/** One of {@link LIST_FILTERS}. */
export type ListFilter = (typeof LIST_FILTERS)[number];

/** The query of the portfolio's addresses, both the page's and the API's; empty when all is wanted. */
export function portfolioQuery(
  filters: PortfolioFilters,
  paging: PortfolioPaging = {},
): string {
  const search = filters.search?.trim();
  const query = new URLSearchParams([
    ...(filters.entity ?? []).map(entityRef => ['entity', entityRef]),
    ...LIST_FILTERS.flatMap(filter =>
      (filters[filter] ?? []).map(value => [filter, value]),
    ),
    ...(search ? [['search', search]] : []),
    ...(['sort', 'offset', 'limit'] as const).flatMap(key =>
      paging[key] === undefined ? [] : [[key, String(paging[key])]],
    ),
  ]).toString();
  return query ? `?${query}` : '';
}

import {
  DECIDED_BY,
  DEFAULT_PORTFOLIO_LIMIT,
  PORTFOLIO_SORTS,
  VERDICTS,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  PortfolioFilters,
  PortfolioPaging,
  PortfolioSort,
} from 'backstage-plugin-ml-orchestrator-common';
import { LIST_FILTERS } from './portfolioQuery';
import type { ListFilter } from './portfolioQuery';

/** The pipelines as rows of a table, or as numbers in charts. */
export type PortfolioShape = 'rows' | 'charts';

/** What a reader has chosen to see of the portfolio; kept in the address. */
export interface PortfolioView {
  filters: PortfolioFilters;
  sort: NonNullable<PortfolioPaging['sort']>;
  /** Counted from 1. */
  page: number;
  shape: PortfolioShape;
}

/** The portfolio as a new reader sees it. */
export const WHOLE_PORTFOLIO: PortfolioView = {
  filters: {},
  sort: 'title',
  page: 1,
  shape: 'rows',
};

const KNOWN: Partial<Record<ListFilter, readonly string[]>> = {
  verdict: VERDICTS,
  decidedBy: [...DECIDED_BY, ''],
};

/** Reads the view from an address; what is not there, or makes no sense, is as a new reader sees it. */
export function readPortfolioView(query: URLSearchParams): PortfolioView {
  const filters: Record<string, string | string[]> = {};
  for (const filter of LIST_FILTERS) {
    const known = KNOWN[filter];
    const values = [...new Set(query.getAll(filter))].filter(
      value => !known || known.includes(value),
    );
    if (values.length > 0) {
      filters[filter] = values;
    }
  }
  const search = query.get('search');
  if (search) {
    filters.search = search;
  }
  const sort = query.get('sort') ?? '';
  const page = Number(query.get('page'));
  return {
    filters: filters as PortfolioFilters,
    sort: (PORTFOLIO_SORTS as readonly string[]).includes(
      sort.replace(/^-/, ''),
    )
      ? (sort as PortfolioView['sort'])
      : WHOLE_PORTFOLIO.sort,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    shape: query.get('show') === 'charts' ? 'charts' : 'rows',
  };
}

/** The query that {@link readPortfolioView} reads; empty for the view of a new reader. */
export function portfolioViewQuery(view: PortfolioView): string {
  const { filters, sort, page, shape } = view;
  const query = new URLSearchParams([
    ...LIST_FILTERS.flatMap(filter =>
      (filters[filter] ?? []).map(value => [filter, value]),
    ),
    // Unlike what is asked of the backend it is kept as typed: a space may be on its way.
    ...(filters.search ? [['search', filters.search]] : []),
    ...(sort === WHOLE_PORTFOLIO.sort ? [] : [['sort', sort]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
    ...(shape === 'rows' ? [] : [['show', shape]]),
  ]).toString();
  return query ? `?${query}` : '';
}

/** The view with other filters, from its first page on; `undefined` takes a filter away. */
export function filtered(
  view: PortfolioView,
  change: PortfolioFilters,
): PortfolioView {
  const filters = Object.fromEntries(
    Object.entries({ ...view.filters, ...change }).filter(
      ([, value]) => value !== undefined && value.length > 0,
    ),
  );
  return { ...view, filters, page: 1 };
}

/** The view without filters, from its first page on. */
export function unfiltered(view: PortfolioView): PortfolioView {
  return { ...view, filters: {}, page: 1 };
}

/** The view sorted by a column: the other way round if it is sorted by it already. */
export function sortedBy(
  view: PortfolioView,
  column: PortfolioSort,
): PortfolioView {
  return {
    ...view,
    sort: view.sort === column ? `-${column}` : column,
    page: 1,
  };
}

/** Whether any filter leaves pipelines out. */
export function isFiltered({ filters }: PortfolioView): boolean {
  return Object.keys(filters).length > 0;
}

/** The part of the rows that the view shows. */
export function pagingOf({ sort, page }: PortfolioView): PortfolioPaging {
  return {
    sort,
    offset: (page - 1) * DEFAULT_PORTFOLIO_LIMIT,
    limit: DEFAULT_PORTFOLIO_LIMIT,
  };
}

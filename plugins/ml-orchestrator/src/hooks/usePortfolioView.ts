import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { portfolioViewQuery, readPortfolioView } from '../lib/portfolioView';
import type { PortfolioView } from '../lib/portfolioView';

/** The view of the portfolio, kept in the address so that a link shares it. */
export function usePortfolioView(): [
  PortfolioView,
  (
    change: (view: PortfolioView) => PortfolioView,
    options?: { replace?: boolean },
  ) => void,
] {
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => readPortfolioView(query), [query]);
  const change = useCallback(
    (
      next: (view: PortfolioView) => PortfolioView,
      options?: { replace?: boolean },
    ) =>
      setQuery(
        current => portfolioViewQuery(next(readPortfolioView(current))),
        options,
      ),
    [setQuery],
  );
  return [view, change];
}

import { useCallback } from 'react';
import type { PortfolioFilters } from 'backstage-plugin-ml-orchestrator-common';
import { filtered, portfolioViewQuery } from '../../lib/portfolioView';
import type { PortfolioView } from '../../lib/portfolioView';
import { useGuideLinks } from '../../links';

/** Makes the address of the rows behind a number: those of the view with further filters. */
export function usePortfolioLink(
  view: PortfolioView,
): (change: PortfolioFilters) => string {
  // The tab that is open has an address.
  const portfolio = useGuideLinks().tab('portfolio') ?? '';
  return useCallback(
    change =>
      portfolio +
      portfolioViewQuery({ ...filtered(view, change), shape: 'rows' }),
    [portfolio, view],
  );
}

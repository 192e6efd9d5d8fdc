import { Progress } from '@backstage/core-components';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { usePortfolioRows } from '../../hooks';
import { sortedBy } from '../../lib/portfolioView';
import type { PortfolioView } from '../../lib/portfolioView';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { Pager } from '../Pager';
import { PortfolioTable } from './PortfolioTable';

/** Props of {@link PortfolioRows}. */
export interface PortfolioRowsProps {
  guidance: Guidance;
  view: PortfolioView;
  onChange: (change: (view: PortfolioView) => PortfolioView) => void;
}

/** One page of the rows that the view asks for. */
export const PortfolioRows = ({
  guidance,
  view,
  onChange,
}: PortfolioRowsProps) => {
  const t = useTranslate();
  const { value, error, loading, retry } = usePortfolioRows(view);
  if (error) {
    return (
      <LoadError title={t('portfolio.load')} error={error} onRetry={retry} />
    );
  }
  if (!value) {
    return <Progress />;
  }
  return (
    <div aria-busy={loading}>
      {loading && <Progress />}
      <PortfolioTable
        guidance={guidance}
        rows={value.items}
        sort={view.sort}
        onSort={column => onChange(current => sortedBy(current, column))}
      />
      <Pager
        page={value.view.page}
        totalItems={value.totalItems}
        onChange={page => onChange(current => ({ ...current, page }))}
      />
    </div>
  );
};

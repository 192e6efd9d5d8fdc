import { Link } from '@backstage/core-components';
import type {
  PortfolioFilters,
  Verdict,
} from 'backstage-plugin-ml-orchestrator-common';
import type { PortfolioView } from '../../lib/portfolioView';
import { useTranslate } from '../../translation';
import { usePortfolioLink } from './usePortfolioLink';

/** Props of {@link PortfolioNumber}. */
export interface PortfolioNumberProps {
  view: PortfolioView;
  /** What is counted, for those who do not see the table around the number. */
  title: string;
  count: number;
  /** Further ones that lead to the rows. */
  filters?: PortfolioFilters;
  /** That the rows have, where only one is counted. */
  verdict?: Verdict;
}

/** A number of pipelines that leads to their rows; none has no rows to lead to. */
export const PortfolioNumber = (props: PortfolioNumberProps) => {
  const { view, title, count, filters, verdict } = props;
  const t = useTranslate();
  const linkTo = usePortfolioLink(view);
  if (count === 0) {
    return <>{count}</>;
  }
  const inWords = verdict ? t(`portfolio.count.${verdict}`, { count }) : count;
  return (
    <Link
      underline="always"
      to={linkTo({ ...filters, ...(verdict && { verdict: [verdict] }) })}
      aria-label={`${title}: ${inWords}`}
    >
      {count}
    </Link>
  );
};

import { Link } from '@backstage/core-components';
import { portfolioQuery } from '../../lib/portfolioQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

/** Props of {@link MoreInPortfolio}. */
export interface MoreInPortfolioProps {
  /** Id of the orchestrator. */
  orchestrator: string;
  /** How many a list of what runs on it leaves out. */
  count: number;
}

/** Leads from a list that is cut off to all that runs on an orchestrator. */
export const MoreInPortfolio = (props: MoreInPortfolioProps) => {
  const { orchestrator, count } = props;
  const t = useTranslate();
  const portfolio = useGuideLinks().tab('portfolio');
  const words = t('entity.orchestrator.more', { count });
  return portfolio ? (
    <Link
      underline="always"
      to={`${portfolio}${portfolioQuery({ orchestrator: [orchestrator] })}`}
    >
      {words}
    </Link>
  ) : (
    <>{words}</>
  );
};

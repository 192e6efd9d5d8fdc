import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import {
  DEFAULT_WORKLOAD,
  estimateCost,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { inDollars } from '../../lib/money';
import { orchestratorShortTitle } from '../../lib/words';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

/** Props of {@link CostLine}. */
export interface CostLineProps {
  guidance: Guidance;
  /** Id of the orchestrator that is named first. */
  winner?: string;
}

/** What a usual workload costs a month with each orchestrator, and the way to one's own. */
export const CostLine = ({ guidance, winner }: CostLineProps) => {
  const t = useTranslate();
  const language = useLanguage();
  const cost = useGuideLinks().tab('cost');
  if (guidance.prices.length === 0) {
    return null;
  }
  const { offers } = estimateCost(guidance, DEFAULT_WORKLOAD);
  const inOrder = [...guidance.orchestrators].sort(
    (a, b) => Number(b.id === winner) - Number(a.id === winner),
  );
  const costs = inOrder.flatMap(({ id }) => {
    const own = offers.filter(offer => offer.orchestrator === id);
    const known = own.flatMap(({ usd }) => usd ?? []);
    if (own.length === 0) {
      return [];
    }
    return [
      t('cost.line.one', {
        orchestrator: orchestratorShortTitle(guidance, id),
        usd:
          known.length > 0
            ? inDollars(Math.min(...known), language)
            : t('cost.unknown'),
      }),
    ];
  });
  return (
    <Typography variant="body2" paragraph>
      {t('cost.line.all', {
        runs: String(DEFAULT_WORKLOAD.runsPerMonth),
        steps: String(DEFAULT_WORKLOAD.stepsPerRun),
        costs: costs.join(' · '),
      })}{' '}
      {cost && (
        <Link underline="always" to={cost}>
          {t('cost.line.own')}
        </Link>
      )}
    </Typography>
  );
};

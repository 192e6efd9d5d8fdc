import { lazy, Suspense, useMemo } from 'react';
import { Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { estimateCost } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  Workload,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { breakEvenInWords } from '../../lib/costWords';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { OfferCard } from './OfferCard';

const CostPlot = lazy(() =>
  import('./CostPlot').then(m => ({ default: m.CostPlot })),
);

const useStyles = makeStyles(
  theme => ({
    offers: {
      display: 'grid',
      gap: theme.spacing(3),
      alignItems: 'start',
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
  }),
  { name: 'MlOrchestratorCostResult' },
);

/** Props of {@link CostResult}. */
export interface CostResultProps {
  guidance: Guidance;
  workload: Workload;
}

/** What the workload costs by each offer, and how that changes with its runs. */
export const CostResult = ({ guidance, workload }: CostResultProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const language = useLanguage();
  const estimate = useMemo(
    () => estimateCost(guidance, workload),
    [guidance, workload],
  );
  const { offers, breakEvens } = estimate;
  return (
    <>
      <div className={classes.offers}>
        {offers.map(offer => (
          <OfferCard
            key={`${offer.orchestrator} ${offer.offer}`}
            guidance={guidance}
            offer={offer}
          />
        ))}
      </div>
      <Section title={t('cost.plot.title')}>
        <Suspense fallback={<Progress />}>
          <CostPlot guidance={guidance} estimate={estimate} />
        </Suspense>
        {breakEvens.length === 0 ? (
          <Typography variant="body2">{t('cost.breakEven.none')}</Typography>
        ) : (
          <ul aria-label={t('cost.breakEven.title')}>
            {breakEvens.map(breakEven => (
              <Typography
                key={breakEven.between.join() + breakEven.runs}
                component="li"
                variant="body2"
              >
                {breakEvenInWords(t, guidance, estimate, breakEven, language)}
              </Typography>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
};

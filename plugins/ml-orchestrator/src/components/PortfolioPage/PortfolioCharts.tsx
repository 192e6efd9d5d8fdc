import { makeStyles } from '@material-ui/core/styles';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  PortfolioCount,
  PortfolioSummary,
} from 'backstage-plugin-ml-orchestrator-common';
import type { ListFilter } from '../../lib/portfolioQuery';
import type { PortfolioView } from '../../lib/portfolioView';
import { filterValueWords } from '../../lib/portfolioWords';
import { useTranslate } from '../../translation';
import { CountSection } from './CountSection';
import type { CountedGroup } from './CountSection';
import { HistorySection } from './HistorySection';

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gap: theme.spacing(3),
      alignItems: 'start',
      gridTemplateColumns: 'minmax(0, 1fr)',
      marginBottom: theme.spacing(2),
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
  }),
  { name: 'MlOrchestratorPortfolioCharts' },
);

/** Props of {@link PortfolioCharts}. */
export interface PortfolioChartsProps {
  guidance: Guidance;
  view: PortfolioView;
  /** Of the pipelines in the view. */
  summary: PortfolioSummary;
}

/** The numbers as charts, each beside a table that says the same and leads to the rows. */
export const PortfolioCharts = (props: PortfolioChartsProps) => {
  const { guidance, view, summary } = props;
  const t = useTranslate();
  const classes = useStyles();
  const groupsBy = (
    filter: ListFilter,
    counts: readonly PortfolioCount[],
  ): CountedGroup[] =>
    counts.map(({ value = '', count, verdicts }) => ({
      title: filterValueWords(t, guidance, filter, value),
      filters: { [filter]: [value] },
      count,
      verdicts,
    }));
  const byVerdict = VERDICTS.filter(v => summary.verdicts[v] > 0).map(
    verdict => ({
      value: verdict,
      count: summary.verdicts[verdict],
      verdicts: { [verdict]: summary.verdicts[verdict] },
    }),
  );
  return (
    <div className={classes.parts}>
      <CountSection
        title={t('portfolio.byOrchestrator')}
        head={t('portfolio.table.orchestrator')}
        groups={groupsBy('orchestrator', summary.orchestrators)}
        view={view}
      />
      <CountSection
        title={t('portfolio.byVerdict')}
        head={t('portfolio.table.verdict')}
        groups={groupsBy('verdict', byVerdict)}
        onlyTotals
        view={view}
      />
      <CountSection
        title={t('portfolio.byTeam')}
        head={t('portfolio.table.owner')}
        groups={groupsBy('owner', summary.owners)}
        view={view}
      />
      <HistorySection
        history={summary.history}
        refreshedAt={summary.refreshedAt}
        view={view}
      />
    </div>
  );
};

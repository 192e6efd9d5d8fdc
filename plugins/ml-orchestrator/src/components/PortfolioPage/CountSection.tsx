import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  PortfolioCount,
  PortfolioFilters,
  Verdict,
} from 'backstage-plugin-ml-orchestrator-common';
import type { PortfolioView } from '../../lib/portfolioView';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { PortfolioNumber } from '../PortfolioNumber';
import { ReportTable } from '../ReportTable';
import { Section } from '../Section';

const VerdictBars = lazy(() =>
  import('./VerdictBars').then(m => ({ default: m.VerdictBars })),
);

/** More bars than this say nothing any more. */
const MOST_BARS = 12;

const useStyles = makeStyles(
  theme => ({
    // Long lists of teams scroll by themselves.
    table: { maxHeight: theme.spacing(60), overflowY: 'auto' },
  }),
  { name: 'MlOrchestratorCountSection' },
);

/** Pipelines that have something in common. */
export interface CountedGroup
  extends Pick<PortfolioCount, 'count' | 'verdicts'> {
  title: string;
  /** That lead to the group's rows. */
  filters: PortfolioFilters;
}

/** Props of {@link CountSection}. */
export interface CountSectionProps {
  title: string;
  /** What the groups are. */
  head: string;
  groups: CountedGroup[];
  /** Leaves the groups' verdicts out of the table. */
  onlyTotals?: boolean;
  view: PortfolioView;
}

/** Numbers of pipelines as bars, and as a table in which each number leads to its rows. */
export const CountSection = (props: CountSectionProps) => {
  const { title, head, groups, onlyTotals, view } = props;
  const t = useTranslate();
  const classes = useStyles();
  const verdicts = VERDICTS.filter(
    verdict => !onlyTotals && groups.some(group => group.verdicts[verdict]),
  );
  const number = (group: CountedGroup, count: number, verdict?: Verdict) => (
    <PortfolioNumber
      key={verdict}
      view={view}
      title={group.title}
      filters={group.filters}
      count={count}
      verdict={verdict}
    />
  );
  return (
    <Section compact title={title}>
      <Suspense fallback={<Progress />}>
        <VerdictBars groups={groups.slice(0, MOST_BARS)} />
      </Suspense>
      {groups.length > MOST_BARS && (
        <Typography variant="body2">
          {t('portfolio.charts.others', { number: String(MOST_BARS) })}
        </Typography>
      )}
      <div className={classes.table}>
        <ReportTable
          label={title}
          columns={[
            head,
            t('portfolio.charts.all'),
            ...verdicts.map(verdict => verdictBadge(t, verdict).word),
          ]}
          rows={groups.map(group => ({
            // Two groups may be called the same.
            id: JSON.stringify(group.filters),
            cells: [
              group.title,
              number(group, group.count),
              ...verdicts.map(verdict =>
                number(group, group.verdicts[verdict] ?? 0, verdict),
              ),
            ],
          }))}
        />
      </div>
    </Section>
  );
};

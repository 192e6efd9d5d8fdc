import { lazy, Suspense } from 'react';
import { Link, Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  PortfolioCount,
  PortfolioFilters,
} from 'backstage-plugin-ml-orchestrator-common';
import type { PortfolioView } from '../../lib/portfolioView';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { ReportTable } from '../ReportTable';
import { Section } from '../Section';
import { usePortfolioLink } from './usePortfolioLink';

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
  const linkTo = usePortfolioLink(view);
  const verdicts = VERDICTS.filter(
    verdict => !onlyTotals && groups.some(group => group.verdicts[verdict]),
  );
  const number = (filters: PortfolioFilters, count: number, what: string) => (
    <Link underline="always" to={linkTo(filters)} aria-label={what}>
      {count}
    </Link>
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
            id: group.title,
            cells: [
              group.title,
              number(
                group.filters,
                group.count,
                `${group.title}: ${group.count}`,
              ),
              ...verdicts.map(verdict => {
                const count = group.verdicts[verdict];
                return count
                  ? number(
                      { ...group.filters, verdict: [verdict] },
                      count,
                      `${group.title}: ${t(`portfolio.count.${verdict}`, {
                        count,
                      })}`,
                    )
                  : '0';
              }),
            ],
          }))}
        />
      </div>
    </Section>
  );
};

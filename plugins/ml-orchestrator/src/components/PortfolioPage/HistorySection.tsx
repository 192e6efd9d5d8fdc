import { lazy, Suspense, useMemo } from 'react';
import { Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  PortfolioHistoryPoint,
  Verdict,
} from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { dayInWords } from '../../lib/age';
import type { PortfolioView } from '../../lib/portfolioView';
import { daysByVerdict, drawnOut } from '../../lib/portfolioSeries';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { PortfolioNumber } from '../PortfolioNumber';
import { ReportTable } from '../ReportTable';
import { Section } from '../Section';

const HistoryPlot = lazy(() =>
  import('./HistoryPlot').then(m => ({ default: m.HistoryPlot })),
);

/** Days that the table tells; the plot has all. */
const MOST_DAYS = 12;

/** Props of {@link HistorySection}. */
export interface HistorySectionProps {
  history: PortfolioHistoryPoint[];
  /** When the portfolio was last brought in line with the catalog. */
  refreshedAt?: string;
  view: PortfolioView;
}

/** How the verdicts went over time, as a plot and as a table of the last days. */
export const HistorySection = (props: HistorySectionProps) => {
  const { history, refreshedAt, view } = props;
  const t = useTranslate();
  const language = useLanguage();
  const days = useMemo(() => daysByVerdict(history), [history]);
  const until = (refreshedAt ?? '').slice(0, 10);
  const verdicts = VERDICTS.filter(v => days.some(day => day.verdicts[v]));
  const latest = [...days].reverse().slice(0, MOST_DAYS);
  // Only the newest day's pipelines are the rows there are.
  const number = (day: string, count: number, verdict?: Verdict) =>
    day === latest[0].day ? (
      <PortfolioNumber
        key={verdict}
        view={view}
        title={dayInWords(day, language)}
        count={count}
        verdict={verdict}
      />
    ) : (
      count
    );
  return (
    <Section compact title={t('portfolio.overTime')}>
      {days.length === 0 ? (
        <Typography variant="body2">
          {t('portfolio.charts.noHistory')}
        </Typography>
      ) : (
        <>
          <Typography variant="body2">
            {t('portfolio.charts.historyText')}
          </Typography>
          <Suspense fallback={<Progress />}>
            <HistoryPlot days={drawnOut(days, until)} verdicts={verdicts} />
          </Suspense>
          <ReportTable
            label={t('portfolio.overTime')}
            columns={[
              t('portfolio.charts.day'),
              t('portfolio.charts.all'),
              ...verdicts.map(verdict => verdictBadge(t, verdict).word),
            ]}
            rows={latest.map(({ day, total, verdicts: counts }) => ({
              id: day,
              cells: [
                dayInWords(day, language),
                number(day, total),
                ...verdicts.map(verdict =>
                  number(day, counts[verdict] ?? 0, verdict),
                ),
              ],
            }))}
          />
          {days.length > MOST_DAYS && (
            <Typography variant="body2">
              {t('portfolio.charts.earlier', {
                count: days.length - MOST_DAYS,
              })}
            </Typography>
          )}
        </>
      )}
    </Section>
  );
};

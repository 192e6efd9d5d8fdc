import { useTheme } from '@material-ui/core/styles';
import type { Verdict } from 'backstage-plugin-ml-orchestrator-common';
import {
  Area,
  AreaChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useLanguage } from '../../hooks';
import { dayInWords } from '../../lib/age';
import type { PortfolioDay } from '../../lib/portfolioSeries';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { verdictColours } from './verdictColours';

const HEIGHT = 280;

/** Props of {@link HistoryPlot}. */
export interface HistoryPlotProps {
  days: PortfolioDay[];
  /** That occur on any day. */
  verdicts: readonly Verdict[];
}

/** Pipelines by verdict over time; between two days nothing changed. The table below it has the numbers. */
export const HistoryPlot = ({ days, verdicts }: HistoryPlotProps) => {
  const t = useTranslate();
  const language = useLanguage();
  const theme = useTheme();
  const { palette, typography } = theme;
  const colours = verdictColours(theme);
  const tick = { fill: palette.text.primary, fontSize: 12 };
  return (
    <div
      aria-hidden="true"
      style={{ fontFamily: typography.fontFamily, height: HEIGHT }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart
          data={days.map(({ day, verdicts: counts }) => ({
            at: Date.parse(day),
            // What nobody has is zero, not unknown.
            ...Object.fromEntries(verdicts.map(v => [v, counts[v] ?? 0])),
          }))}
          accessibilityLayer={false}
          margin={{ top: 8, right: 24, bottom: 8, left: 8 }}
        >
          <CartesianGrid stroke={palette.divider} vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tick={tick}
            tickFormatter={at =>
              dayInWords(new Date(at).toISOString(), language)
            }
          />
          <YAxis allowDecimals={false} tick={tick} width={48} />
          <Legend
            verticalAlign="top"
            formatter={word => (
              <span style={{ color: palette.text.primary }}>{word}</span>
            )}
          />
          {verdicts.map(verdict => {
            const { sign, word } = verdictBadge(t, verdict);
            return (
              <Area
                key={verdict}
                dataKey={verdict}
                name={`${sign} ${word}`}
                stackId="verdicts"
                type="stepAfter"
                fill={colours[verdict]}
                fillOpacity={0.8}
                stroke={palette.text.primary}
                strokeWidth={1}
                isAnimationActive={false}
              />
            );
          })}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
};

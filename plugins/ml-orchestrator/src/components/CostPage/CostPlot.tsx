import { useTheme } from '@material-ui/core/styles';
import type {
  CostEstimate,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useLanguage } from '../../hooks';
import { costSeries, plotReach } from '../../lib/costSeries';
import { offerTitle } from '../../lib/costWords';
import { inDollars, inNumbers } from '../../lib/money';
import { useTranslate } from '../../translation';

// Lines differ in their dashes, whatever colours a reader sees.
const DASHES = ['', '8 4', '2 4', '12 4 2 4', '4 2', '1 3'];
const HEIGHT = 360;

/** Props of {@link CostPlot}. */
export interface CostPlotProps {
  guidance: Guidance;
  estimate: CostEstimate;
}

/** Cost over runs a month, with the break-evens marked. The list below it says them in words. */
export const CostPlot = ({ guidance, estimate }: CostPlotProps) => {
  const t = useTranslate();
  const language = useLanguage();
  const { palette, typography } = useTheme();
  const { offers, breakEvens, workload } = estimate;
  const reach = plotReach(estimate);
  const colours = [
    palette.primary.main,
    palette.text.primary,
    palette.error.main,
    palette.success.main,
    palette.warning.main,
    palette.info.main,
  ];
  const tick = { fill: palette.text.primary, fontSize: 12 };
  return (
    <div
      aria-hidden="true"
      style={{ fontFamily: typography.fontFamily, height: HEIGHT }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={costSeries(estimate)}
          accessibilityLayer={false}
          margin={{ top: 16, right: 24, bottom: 16, left: 16 }}
        >
          <CartesianGrid stroke={palette.divider} />
          <XAxis
            dataKey="runs"
            type="number"
            domain={[0, reach]}
            tick={tick}
            tickFormatter={runs => inNumbers(runs, language)}
            label={{
              value: t('cost.plot.runs'),
              position: 'insideBottom',
              offset: -8,
              fill: palette.text.primary,
            }}
          />
          <YAxis
            tick={tick}
            width={80}
            tickFormatter={usd => inDollars(usd, language)}
          />
          <Legend
            verticalAlign="top"
            wrapperStyle={{ paddingBottom: 24 }}
            formatter={title => (
              <span style={{ color: palette.text.primary }}>{title}</span>
            )}
          />
          <ReferenceLine
            x={workload.runsPerMonth}
            stroke={palette.text.primary}
            strokeDasharray="2 2"
            label={{
              value: t('cost.plot.here'),
              fill: palette.text.primary,
              position: 'insideTopRight',
            }}
          />
          {offers.map(
            (offer, i) =>
              offer.usd !== undefined && (
                <Line
                  key={`${offer.orchestrator} ${offer.offer}`}
                  dataKey={`offer${i}`}
                  name={offerTitle(t, guidance, offer)}
                  stroke={colours[i % colours.length]}
                  strokeDasharray={DASHES[i % DASHES.length]}
                  strokeWidth={2}
                  type="linear"
                  dot={false}
                  isAnimationActive={false}
                />
              ),
          )}
          {breakEvens
            .filter(({ runs }) => runs <= reach)
            .map(({ runs, usd, between }) => (
              <ReferenceDot
                key={between.join() + runs}
                x={runs}
                y={usd}
                r={6}
                fill={palette.background.paper}
                stroke={palette.text.primary}
                label={{
                  value: inNumbers(Math.round(runs), language),
                  position: 'top',
                  fill: palette.text.primary,
                }}
              />
            ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
};

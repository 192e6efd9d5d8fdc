import { useTheme } from '@material-ui/core/styles';
import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import type { CountedGroup } from './CountSection';
import { verdictColours } from './verdictColours';

const BAR_HEIGHT = 32;
const FRAME_HEIGHT = 96;
const TITLE_WIDTH = 136;

/** Groups of pipelines as bars made of their verdicts. The table below it has the numbers. */
export const VerdictBars = ({ groups }: { groups: CountedGroup[] }) => {
  const t = useTranslate();
  const theme = useTheme();
  const { palette, typography } = theme;
  const colours = verdictColours(theme);
  const tick = { fill: palette.text.primary, fontSize: 12 };
  return (
    <div
      aria-hidden="true"
      style={{
        fontFamily: typography.fontFamily,
        height: FRAME_HEIGHT + BAR_HEIGHT * groups.length,
      }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={groups.map(({ title, verdicts }) => ({ title, ...verdicts }))}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 8, right: 16, bottom: 8, left: 8 }}
        >
          <CartesianGrid stroke={palette.divider} horizontal={false} />
          <XAxis type="number" allowDecimals={false} tick={tick} />
          <YAxis
            type="category"
            dataKey="title"
            width={TITLE_WIDTH}
            interval={0}
            tick={tick}
          />
          <Legend
            verticalAlign="top"
            formatter={word => (
              <span style={{ color: palette.text.primary }}>{word}</span>
            )}
          />
          {VERDICTS.filter(verdict =>
            groups.some(group => group.verdicts[verdict]),
          ).map(verdict => {
            const { sign, word } = verdictBadge(t, verdict);
            return (
              <Bar
                key={verdict}
                dataKey={verdict}
                name={`${sign} ${word}`}
                stackId="verdicts"
                fill={colours[verdict]}
                stroke={palette.background.paper}
                isAnimationActive={false}
              />
            );
          })}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
};

import { makeStyles } from '@material-ui/core/styles';
import type {
  AxisPosition,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'auto 1fr',
      gap: theme.spacing(1),
      margin: 0,
      maxWidth: theme.spacing(70),
      ...theme.typography.body2,
    },
    vertical: { writingMode: 'vertical-rl', transform: 'rotate(180deg)' },
    plane: {
      position: 'relative',
      height: theme.spacing(36),
      borderLeft: `2px solid ${theme.palette.text.primary}`,
      borderBottom: `2px solid ${theme.palette.text.primary}`,
    },
    horizontal: { gridColumn: 2, textAlign: 'right' },
    point: {
      position: 'absolute',
      width: theme.spacing(1.5),
      height: theme.spacing(1.5),
      borderRadius: '50%',
      transform: 'translate(-50%, 50%)',
      backgroundColor: theme.palette.primary.main,
      colorAdjust: 'exact',
    },
    label: {
      position: 'absolute',
      transform: 'translateY(50%)',
      padding: theme.spacing(0, 1.5),
      maxWidth: '60%',
    },
  }),
  { name: 'MlOrchestratorPositionPlane' },
);

interface Placed {
  x: number;
  y: number;
  titles: string[];
}

/** Orchestrators on the same spot share a point, so that no name covers another. */
function placedTogether(
  guidance: Guidance,
  positions: AxisPosition[],
): Placed[] {
  const spots = new Map<string, Placed>();
  for (const { orchestrator, integration, flexibility } of positions) {
    if (integration !== undefined && flexibility !== undefined) {
      const key = `${integration.toFixed(1)} ${flexibility.toFixed(1)}`;
      const spot = spots.get(key) ?? {
        x: flexibility,
        y: integration,
        titles: [],
      };
      spot.titles.push(orchestratorShortTitle(guidance, orchestrator));
      spots.set(key, spot);
    }
  }
  return [...spots.values()];
}

/** Props of {@link PositionPlane}. */
export interface PositionPlaneProps {
  guidance: Guidance;
  positions: AxisPosition[];
}

/** The orchestrators as points of a plane. The table beside it says the same in numbers. */
export const PositionPlane = ({ guidance, positions }: PositionPlaneProps) => {
  const t = useTranslate();
  const classes = useStyles();
  // The edges are left free, or names would be cut.
  const percent = (value: number) => `${6 + value * 88}%`;
  return (
    <figure aria-hidden="true" className={classes.root}>
      <span className={classes.vertical}>
        {t('compare.position.integration')} →
      </span>
      <div className={classes.plane}>
        {placedTogether(guidance, positions).map(({ x, y, titles }) => {
          const onTheRight = x > 0.5;
          return (
            <div key={titles.join()}>
              <span
                className={classes.point}
                style={{ left: percent(x), bottom: percent(y) }}
              />
              <span
                className={classes.label}
                style={{
                  bottom: percent(y),
                  [onTheRight ? 'right' : 'left']: percent(
                    onTheRight ? 1 - x : x,
                  ),
                }}
              >
                {titles.join(' · ')}
              </span>
            </div>
          );
        })}
      </div>
      <figcaption className={classes.horizontal}>
        {t('compare.position.flexibility')} →
      </figcaption>
    </figure>
  );
};

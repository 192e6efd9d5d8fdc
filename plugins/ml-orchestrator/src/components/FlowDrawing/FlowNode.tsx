import type { KeyboardEvent, ReactNode, SVGAttributes } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    node: {
      cursor: 'pointer',
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
    },
    box: {
      fill: theme.palette.background.paper,
      stroke: theme.palette.text.secondary,
      strokeWidth: 1,
    },
    thick: { stroke: theme.palette.primary.main, strokeWidth: 3 },
  }),
  { name: 'MlOrchestratorFlowNode' },
);

/** Props of {@link FlowNode}. */
export interface FlowNodeProps
  extends Pick<
    SVGAttributes<SVGGElement>,
    'aria-label' | 'aria-current' | 'aria-pressed'
  > {
  /** Its text at full length, shown to whoever points at it. */
  title: string;
  width: number;
  height: number;
  /** Whether its ends are round instead of square. */
  round: boolean;
  /** Whether its frame is thick. */
  thick: boolean;
  /** Dashes and gaps of the frame; without, it has none. */
  dashes?: string;
  onChoose: () => void;
  /** Its text, which is put above the box. */
  children: ReactNode;
}

/** A box of a drawing that can be chosen, with the pointer or by keyboard. */
export const FlowNode = (props: FlowNodeProps) => {
  const { title, width, height, round, thick, dashes, onChoose, children } =
    props;
  const classes = useStyles();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose();
    }
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={props['aria-label']}
      aria-current={props['aria-current']}
      aria-pressed={props['aria-pressed']}
      className={classes.node}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <title>{title}</title>
      <rect
        className={`${classes.box} ${thick ? classes.thick : ''}`}
        strokeDasharray={dashes}
        width={width}
        height={height}
        rx={round ? height / 2 : 2}
      />
      {children}
    </g>
  );
};

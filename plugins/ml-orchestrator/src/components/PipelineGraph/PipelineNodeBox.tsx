import type { KeyboardEvent } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { PipelineNode } from 'backstage-plugin-ml-orchestrator-common';
import { wrapText } from '../../lib/wrapText';
import { useTranslate } from '../../translation';

const LINE_WIDTH = 26;
const LINE_HEIGHT = 16;
// Bold, as the title of the chosen step is.
const CHARACTER = 7.5;
const PADDING = 12;

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
    chosen: { stroke: theme.palette.primary.main, strokeWidth: 3 },
    decision: { strokeDasharray: '6 3' },
    title: { fill: theme.palette.text.primary, fontSize: 12 },
    chosenTitle: { fontWeight: 'bold' },
    kind: { fill: theme.palette.text.secondary, fontSize: 11 },
  }),
  { name: 'MlOrchestratorPipelineNodeBox' },
);

/** Props of {@link PipelineNodeBox}. */
export interface PipelineNodeBoxProps {
  node: PipelineNode;
  chosen: boolean;
  onChoose: (id: string) => void;
}

/** One step of the drawn pipeline, with its kind in words. Decisions are dashed, ends are rounded. */
export const PipelineNodeBox = (props: PipelineNodeBoxProps) => {
  const { node, chosen, onChoose } = props;
  const t = useTranslate();
  const classes = useStyles();
  const kind = t(`pipeline.kind.${node.kind}`);
  const lines = wrapText(node.title, LINE_WIDTH, 2);
  const longest = Math.max(...[...lines, kind].map(line => line.length));
  const width = longest * CHARACTER + 2 * PADDING;
  const height = (lines.length + 1) * LINE_HEIGHT + 2 * PADDING;
  const ends = node.kind === 'success' || node.kind === 'failure';
  const box = [
    classes.box,
    chosen ? classes.chosen : '',
    node.kind === 'decision' ? classes.decision : '',
  ];
  const y = (line: number) => PADDING + LINE_HEIGHT * (line + 0.75);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(node.id);
    }
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={`${node.title}, ${kind}`}
      aria-pressed={chosen}
      className={classes.node}
      onClick={() => onChoose(node.id)}
      onKeyDown={onKeyDown}
    >
      <title>{node.title}</title>
      <rect
        className={box.join(' ')}
        width={width}
        height={height}
        rx={ends ? height / 2 : 2}
      />
      <text textAnchor="middle">
        {lines.map((line, i) => (
          <tspan
            key={line}
            className={`${classes.title} ${chosen ? classes.chosenTitle : ''}`}
            x={width / 2}
            y={y(i)}
          >
            {line}
          </tspan>
        ))}
        <tspan className={classes.kind} x={width / 2} y={y(lines.length)}>
          {kind}
        </tspan>
      </text>
    </g>
  );
};

import { makeStyles } from '@material-ui/core/styles';
import type { PipelineNode } from 'backstage-plugin-ml-orchestrator-common';
import { wrapText } from '../../lib/wrapText';
import { useTranslate } from '../../translation';
import { FlowNode } from '../FlowDrawing';

const LINE_WIDTH = 26;
const LINE_HEIGHT = 16;
// Bold, as the title of the chosen step is.
const CHARACTER = 7.5;
const PADDING = 12;

const useStyles = makeStyles(
  theme => ({
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
  const y = (line: number) => PADDING + LINE_HEIGHT * (line + 0.75);
  return (
    <FlowNode
      title={node.title}
      aria-label={`${node.title}, ${kind}`}
      aria-pressed={chosen}
      width={width}
      height={height}
      round={ends}
      thick={chosen}
      dashes={node.kind === 'decision' ? '6 3' : undefined}
      onChoose={() => onChoose(node.id)}
    >
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
    </FlowNode>
  );
};

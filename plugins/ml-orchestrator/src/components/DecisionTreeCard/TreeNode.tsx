import { makeStyles } from '@material-ui/core/styles';
import { nodeLabel } from '../../lib/treeGraph';
import type { GraphNode } from '../../lib/treeGraph';
import { useTranslate } from '../../translation';
import { wrapText } from '../../lib/wrapText';
import { FlowNode } from '../FlowDrawing';

const LINE_WIDTH = 24;
const LINE_HEIGHT = 16;
const CHARACTER = 7;
const PADDING = 10;

const useStyles = makeStyles(
  theme => ({
    text: { fill: theme.palette.text.primary, fontSize: 12 },
    litText: { fontWeight: 'bold' },
  }),
  { name: 'MlOrchestratorTreeNode' },
);

/** Props of {@link TreeNode}. */
export interface TreeNodeProps {
  node: GraphNode;
  onSelect: (id: string) => void;
}

/**
 * One node of the drawn tree: questions are boxes, results are rounded. The path is
 * shown by a thick frame, bold text and a mark, so not by colour alone.
 */
export const TreeNode = ({ node, onSelect }: TreeNodeProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const mark = node.here ? '◆ ' : '✔ ';
  const lines = wrapText(
    node.lit ? `${mark}${node.text}` : node.text,
    LINE_WIDTH,
    3,
  );
  const width =
    Math.max(...lines.map(line => line.length)) * CHARACTER + 2 * PADDING;
  const height = lines.length * LINE_HEIGHT + 2 * PADDING;
  return (
    <FlowNode
      title={node.text}
      aria-label={nodeLabel(t, node)}
      aria-current={node.here ? 'step' : undefined}
      width={width}
      height={height}
      round={node.kind === 'recommendation'}
      thick={Boolean(node.lit)}
      dashes={node.kind === 'unexpanded' ? '4 3' : undefined}
      onChoose={() => onSelect(node.id)}
    >
      <text
        className={`${classes.text} ${node.lit ? classes.litText : ''}`}
        textAnchor="middle"
      >
        {lines.map((line, i) => (
          <tspan
            key={line}
            x={width / 2}
            y={PADDING + LINE_HEIGHT * (i + 0.75)}
          >
            {line}
          </tspan>
        ))}
      </text>
    </FlowNode>
  );
};

import type { KeyboardEvent } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { nodeLabel } from '../../lib/treeGraph';
import type { GraphNode } from '../../lib/treeGraph';
import { useTranslate } from '../../translation';
import { wrapText } from '../../lib/wrapText';

const LINE_WIDTH = 24;
const LINE_HEIGHT = 16;
const CHARACTER = 7;
const PADDING = 10;

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
    lit: { stroke: theme.palette.primary.main, strokeWidth: 3 },
    unexpanded: { strokeDasharray: '4 3' },
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
  const box = [
    classes.box,
    node.lit ? classes.lit : '',
    node.kind === 'unexpanded' ? classes.unexpanded : '',
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(node.id);
    }
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={nodeLabel(t, node)}
      aria-current={node.here ? 'step' : undefined}
      className={classes.node}
      onClick={() => onSelect(node.id)}
      onKeyDown={onKeyDown}
    >
      <title>{node.text}</title>
      <rect
        className={box.join(' ')}
        width={width}
        height={height}
        rx={node.kind === 'recommendation' ? height / 2 : 2}
      />
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
    </g>
  );
};

import { useMemo, useRef, useState } from 'react';
import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  DecisionTree,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { useCentred } from '../../hooks';
import { foldTree } from '../../lib/foldTree';
import { treeGraph } from '../../lib/treeGraph';
import type { GraphEdge, GraphNode } from '../../lib/treeGraph';
import { longestChain } from '../../lib/walkTree';
import { useTranslate } from '../../translation';
import { TreeEdgeLabel } from './TreeEdgeLabel';
import { TreeNode } from './TreeNode';

// More than this cannot be read at one time; the rest unfolds when it is chosen.
const READABLE = 60;
// Fitting stops here, or a telephone would show dust.
const FITTING = 1280;
// Width of a question with the options behind it, in pixels, at which the text can be read.
const STEP_WIDTH = 300;

const useStyles = makeStyles(
  theme => ({
    // A large tree scrolls instead of shrinking until nobody can read it.
    scroll: {
      overflow: 'auto',
      position: 'relative',
      maxHeight: '85vh',
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
      '@media print': { maxHeight: 'none', overflow: 'visible' },
    },
  }),
  { name: 'MlOrchestratorDecisionTreeGraph' },
);

/** Props of {@link DecisionTreeGraph}. */
export interface DecisionTreeGraphProps {
  guidance: Guidance;
  tree: DecisionTree;
  answers: Answers;
  /** 1 is the size at which the text can be read; undefined fits the window. */
  zoom?: number;
  onSelect: (node: string) => void;
}

/** Draws the tree, with the path of the answers lit. */
export const DecisionTreeGraph = (props: DecisionTreeGraphProps) => {
  const { guidance, tree, answers, zoom, onSelect } = props;
  const t = useTranslate();
  const classes = useStyles();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const drawn = useMemo(
    () => foldTree(tree, answers, unfolded, READABLE),
    [tree, answers, unfolded],
  );
  const { nodes, edges } = useMemo(
    () => treeGraph(t, guidance, drawn.tree, answers),
    [t, guidance, drawn, answers],
  );
  const choose = (id: string) =>
    drawn.folded.has(id)
      ? setUnfolded(before => new Set([...before, id]))
      : onSelect(id);
  const region = useRef<HTMLDivElement>(null);
  useCentred(region, '[aria-current="step"]', drawn, zoom);
  const width = STEP_WIDTH * longestChain(drawn.tree) * (zoom ?? 1);
  return (
    <div
      ref={region}
      className={classes.scroll}
      role="region"
      aria-label={t('decide.tree.drawn')}
      // A region that scrolls must take focus to scroll by keyboard.
      tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
    >
      <div style={zoom ? { width } : { minWidth: Math.min(width, FITTING) }}>
        <DependencyGraph<GraphNode, GraphEdge>
          nodes={nodes}
          edges={edges}
          direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
          labelPosition={DependencyGraphTypes.LabelPosition.CENTER}
          nodeMargin={16}
          rankMargin={32}
          paddingX={8}
          paddingY={8}
          showArrowHeads
          fit="contain"
          zoom="disabled"
          allowFullscreen={false}
          renderNode={({ node }) => <TreeNode node={node} onSelect={choose} />}
          renderLabel={({ edge }) => <TreeEdgeLabel edge={edge} />}
        />
      </div>
    </div>
  );
};

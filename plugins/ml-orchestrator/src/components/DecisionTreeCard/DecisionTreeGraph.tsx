import { useMemo } from 'react';
import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  DecisionTree,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { treeGraph } from '../../lib/treeGraph';
import type { GraphEdge, GraphNode } from '../../lib/treeGraph';
import { TreeEdgeLabel } from './TreeEdgeLabel';
import { TreeNode } from './TreeNode';

const useStyles = makeStyles(
  theme => ({
    // A wide tree scrolls instead of shrinking until nobody can read it.
    scroll: { overflowX: 'auto', position: 'relative' },
    canvas: { minWidth: theme.breakpoints.values.lg },
  }),
  { name: 'MlOrchestratorDecisionTreeGraph' },
);

/** Props of {@link DecisionTreeGraph}. */
export interface DecisionTreeGraphProps {
  guidance: Guidance;
  tree: DecisionTree;
  answers: Answers;
  onSelect: (node: string) => void;
}

/** Draws the tree, with the path of the answers lit. */
export const DecisionTreeGraph = (props: DecisionTreeGraphProps) => {
  const { guidance, tree, answers, onSelect } = props;
  const classes = useStyles();
  const { nodes, edges } = useMemo(
    () => treeGraph(guidance, tree, answers),
    [guidance, tree, answers],
  );
  return (
    <Box
      className={classes.scroll}
      role="region"
      aria-label="The decision tree, drawn"
      // A region that scrolls must take focus to scroll by keyboard.
      tabIndex={0}
    >
      <div className={classes.canvas}>
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
          zoom="enable-on-click"
          allowFullscreen={false}
          renderNode={({ node }) => (
            <TreeNode node={node} onSelect={onSelect} />
          )}
          renderLabel={({ edge }) => <TreeEdgeLabel edge={edge} />}
        />
      </div>
    </Box>
  );
};

import { useMemo, useRef, useState } from 'react';
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
import { FlowDrawing } from '../FlowDrawing';
import { TreeEdgeLabel } from './TreeEdgeLabel';
import { TreeNode } from './TreeNode';

// More than this cannot be read at one time; the rest unfolds when it is chosen.
const READABLE = 60;
// Width of a question with the options behind it, in pixels, at which the text can be read.
const STEP_WIDTH = 300;

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
  return (
    <FlowDrawing<GraphNode, GraphEdge>
      region={region}
      label={t('decide.tree.drawn')}
      nodes={nodes}
      edges={edges}
      readableWidth={STEP_WIDTH * longestChain(drawn.tree)}
      zoom={zoom}
      renderNode={({ node }) => <TreeNode node={node} onSelect={choose} />}
      renderLabel={({ edge }) => <TreeEdgeLabel edge={edge} />}
    />
  );
};

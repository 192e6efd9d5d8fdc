import type {
  Answers,
  DecisionTree,
} from 'backstage-plugin-ml-orchestrator-common';
import { walkTree } from './walkTree';

/** What is drawn of a tree, and which of its nodes stand for parts that are folded away. */
export interface FoldedTree {
  tree: DecisionTree;
  /** Ids of nodes that unfold when they are chosen. */
  folded: ReadonlySet<string>;
}

/**
 * Folds the deeper parts of a tree away, so that the rest can be read. The path of the
 * answers is always drawn, with all that branches off it, and so is what was unfolded.
 * @param limit - nodes that are drawn without being asked for
 */
export function foldTree(
  tree: DecisionTree,
  answers: Answers,
  unfolded: ReadonlySet<string>,
  limit: number,
): FoldedTree {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const path = new Set(walkTree(tree, answers).nodes);
  const opened = new Set<string>();
  const seen = new Set([tree.root]);
  for (const id of seen) {
    const node = byId.get(id);
    const wanted = seen.size < limit || path.has(id) || unfolded.has(id);
    if (node?.kind === 'question' && wanted) {
      opened.add(id);
      // A set is walked in the order of insertion, so this is breadth first.
      node.branches.forEach(branch => seen.add(branch.node));
    }
  }
  const folded = new Set(
    [...seen].filter(
      id => byId.get(id)?.kind === 'question' && !opened.has(id),
    ),
  );
  return {
    folded,
    tree: {
      ...tree,
      nodes: tree.nodes
        .filter(node => seen.has(node.id))
        .map(node =>
          folded.has(node.id)
            ? { id: node.id, kind: 'unexpanded', answers: {} }
            : node,
        ),
    },
  };
}

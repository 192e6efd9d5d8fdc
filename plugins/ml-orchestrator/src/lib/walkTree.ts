import type {
  Answers,
  DecisionTree,
  DecisionTreeNode,
} from 'backstage-plugin-ml-orchestrator-common';

/** The way that answers take through a tree. */
export interface TreePath {
  /** Node ids from the root on. */
  nodes: string[];
  /** Options taken, one between each two nodes. */
  options: string[];
}

/** Follows the answers from the root as far as they lead. */
export function walkTree(tree: DecisionTree, answers: Answers): TreePath {
  const nodes = nodesById(tree);
  const path: TreePath = { nodes: [], options: [] };
  let node = nodes.get(tree.root);
  while (node) {
    path.nodes.push(node.id);
    const option =
      node.kind === 'question' ? answers[node.question] : undefined;
    const branch =
      node.kind === 'question'
        ? node.branches.find(b => b.option === option)
        : undefined;
    if (!branch) {
      break;
    }
    path.options.push(branch.option);
    node = nodes.get(branch.node);
  }
  return path;
}

/** The answers on the shortest path from the root to a node; `undefined` if there is none. */
export function answersTo(
  tree: DecisionTree,
  target: string,
): Answers | undefined {
  const nodes = nodesById(tree);
  const queue: { id: string; answers: Answers }[] = [
    { id: tree.root, answers: {} },
  ];
  const seen = new Set([tree.root]);
  for (const { id, answers } of queue) {
    if (id === target) {
      return answers;
    }
    const node = nodes.get(id);
    if (node?.kind === 'question') {
      for (const branch of node.branches.filter(b => !seen.has(b.node))) {
        seen.add(branch.node);
        queue.push({
          id: branch.node,
          answers: { ...answers, [node.question]: branch.option },
        });
      }
    }
  }
  return undefined;
}

/** Number of nodes on the longest way from the root, as the tree is wide when drawn. */
export function longestChain(tree: DecisionTree): number {
  const nodes = nodesById(tree);
  const known = new Map<string, number>();
  const from = (id: string): number => {
    const node = nodes.get(id);
    let length = known.get(id);
    if (length === undefined) {
      const branches = node?.kind === 'question' ? node.branches : [];
      length = 1 + Math.max(0, ...branches.map(b => from(b.node)));
      known.set(id, length);
    }
    return length;
  };
  return from(tree.root);
}

function nodesById(tree: DecisionTree): Map<string, DecisionTreeNode> {
  return new Map(tree.nodes.map(node => [node.id, node]));
}

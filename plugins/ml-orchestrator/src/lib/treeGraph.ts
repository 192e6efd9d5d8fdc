import type {
  Answers,
  DecisionTree,
  DecisionTreeNode,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import { walkTree } from './walkTree';
import { findQuestion, optionLabel, orchestratorShortTitle } from './words';

/** A node as it is drawn. */
export interface GraphNode {
  id: string;
  kind: DecisionTreeNode['kind'];
  text: string;
  /** On the path of the answers given. */
  lit: boolean;
  /** Where that path has got to. */
  here: boolean;
}

/** An edge as it is drawn; options that lead to the same node share one. */
export interface GraphEdge {
  from: string;
  to: string;
  label: string;
  lit: boolean;
}

/** What is drawn of a tree, with the path of the answers lit. */
export function treeGraph(
  t: Translate,
  guidance: Guidance,
  tree: DecisionTree,
  answers: Answers,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const path = walkTree(tree, answers);
  const here = path.nodes[path.nodes.length - 1];
  const nodes = tree.nodes.map(node => ({
    id: node.id,
    kind: node.kind,
    text: nodeText(t, guidance, node),
    lit: path.nodes.includes(node.id),
    here: node.id === here,
  }));
  const edges = tree.nodes.flatMap(node => {
    if (node.kind !== 'question') {
      return [];
    }
    const taken = path.options[path.nodes.indexOf(node.id)];
    const targets = [...new Set(node.branches.map(b => b.node))];
    return targets.map(to => {
      const options = node.branches.filter(b => b.node === to);
      return {
        from: node.id,
        to,
        label: options
          .map(b => optionLabel(guidance, node.question, b.option))
          .join(' / '),
        lit:
          path.nodes.includes(node.id) && options.some(b => b.option === taken),
      };
    });
  });
  return { nodes, edges };
}

/** What a node says: its question, or its result. */
export function nodeText(
  t: Translate,
  guidance: Guidance,
  node: DecisionTreeNode,
): string {
  switch (node.kind) {
    case 'question':
      return findQuestion(guidance, node.question)?.text ?? node.question;
    case 'recommendation':
      return node.winner
        ? orchestratorShortTitle(guidance, node.winner)
        : t('decide.tree.nothingFits');
    default:
      return t('decide.tree.more');
  }
}

/** What a screen reader says of a node. */
export function nodeLabel(t: Translate, node: GraphNode): string {
  const label = t(`decide.tree.node.${node.kind}`, { text: node.text });
  if (!node.lit) {
    return label;
  }
  return t(node.here ? 'decide.tree.here' : 'decide.tree.onPath', { label });
}

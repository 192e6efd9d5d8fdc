import type {
  Answers,
  DecisionTree,
  DecisionTreeNode,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
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
  guidance: Guidance,
  tree: DecisionTree,
  answers: Answers,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const path = walkTree(tree, answers);
  const here = path.nodes[path.nodes.length - 1];
  const nodes = tree.nodes.map(node => ({
    id: node.id,
    kind: node.kind,
    text: nodeText(guidance, node),
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

function nodeText(guidance: Guidance, node: DecisionTreeNode): string {
  switch (node.kind) {
    case 'question':
      return findQuestion(guidance, node.question)?.text ?? node.question;
    case 'recommendation':
      return node.winner
        ? orchestratorShortTitle(guidance, node.winner)
        : 'Nothing fits';
    default:
      return 'More questions';
  }
}

/** What a screen reader says of a node. */
export function nodeLabel(node: GraphNode): string {
  const kind = {
    question: 'Question',
    recommendation: 'Result',
    unexpanded: 'Not drawn',
  }[node.kind];
  const where = node.here ? ', you are here' : ', on your path';
  return `${kind}: ${node.text}${node.lit ? where : ''}`;
}

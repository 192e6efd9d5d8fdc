import type { Answers, Guidance } from '../guidance/types';
import { decisionTree } from './decisionTree';
import type { DecisionTree } from './types';

/** Nodes worked out for one count; enough for most guidance, and soon done. */
const NODE_BUDGET = 150;

/**
 * The most questions that can follow once a question is answered, whatever the answer is.
 * Where the tree is too large to be worked out, it is the number of all other questions
 * without an answer, which is never too small.
 * @param question - id of the question that is being asked
 */
export function questionsAfter(
  guidance: Guidance,
  answers: Answers,
  question: string,
): number {
  const options =
    guidance.questions.find(q => q.id === question)?.options ?? [];
  const nodeBudget = Math.ceil(NODE_BUDGET / Math.max(1, options.length));
  const trees = options.map(option =>
    decisionTree(guidance, {
      answers: { ...answers, [question]: option.id },
      nodeBudget,
    }),
  );
  return trees.some(tree => tree.truncated)
    ? guidance.questions.filter(
        q => q.id !== question && !Object.hasOwn(answers, q.id),
      ).length
    : Math.max(0, ...trees.map(longestPath));
}

/** The number of questions on the longest path. */
function longestPath(tree: DecisionTree): number {
  const nodes = new Map(tree.nodes.map(node => [node.id, node]));
  const known = new Map<string, number>();
  const below = (id: string): number => {
    const node = nodes.get(id);
    if (node?.kind !== 'question') {
      return 0;
    }
    let longest = known.get(id);
    if (longest === undefined) {
      longest = 1 + Math.max(0, ...node.branches.map(b => below(b.node)));
      known.set(id, longest);
    }
    return longest;
  };
  return below(tree.root);
}

import type { Answers, Guidance } from '../guidance/types';
import { answerPending, startFrom, winnerOf } from './model';
import type { DecisionModel, DecisionState } from './model';
import { nextPending } from './nextQuestion';
import type { DecisionTree, DecisionTreeNode } from './types';

/** Options of {@link decisionTree}. */
export interface DecisionTreeOptions {
  /** Where the tree starts: below these answers. Nothing answered if absent. */
  answers?: Answers;
  /** How many nodes to work out before the rest is left unexpanded; 500 if absent. */
  nodeBudget?: number;
}

const DEFAULT_NODE_BUDGET = 500;

/** A node before equal subtrees are shared. */
interface Draft {
  answers: Record<string, string>;
  state: DecisionState;
  /** Absent until the draft was worked out. */
  result?:
    | { kind: 'recommendation'; winner?: number }
    | { kind: 'question'; question: number; branches: Draft[] };
}

/**
 * The tree that `nextQuestion` walks. It is worked out level by level, so that a
 * budget that is too small cuts off the deepest parts; equal subtrees are shared.
 */
export function decisionTree(
  guidance: Guidance,
  options: DecisionTreeOptions = {},
): DecisionTree {
  const { answers = {}, nodeBudget = DEFAULT_NODE_BUDGET } = options;
  const { model, state } = startFrom(guidance, answers);
  const root: Draft = { answers: { ...answers }, state };

  const drafts = new Map<string, Draft>();
  const draftOf = (draft: Draft) => {
    const key = stateKey(model, draft.state);
    const known = drafts.get(key) ?? draft;
    drafts.set(key, known);
    return known;
  };

  const queue = [draftOf(root)];
  // A map of drafts grows while the queue is walked; each state is drafted once.
  for (let done = 0; done < queue.length && done < nodeBudget; done++) {
    const draft = queue[done];
    const question = nextPending(model, draft.state);
    if (question === undefined) {
      draft.result = {
        kind: 'recommendation',
        winner: winnerOf(model, draft.state),
      };
      continue;
    }
    const { id, options: choices } = model.questions[question];
    draft.result = {
      kind: 'question',
      question,
      branches: choices.map(choice => {
        const before = drafts.size;
        const branch = draftOf({
          answers: { ...draft.answers, [id]: choice.id },
          state: answerPending(model, draft.state, question, choice),
        });
        if (drafts.size > before) {
          queue.push(branch);
        }
        return branch;
      }),
    };
  }

  return shareSubtrees(root, model);
}

/**
 * Two states with the same key have the same tree below them: only differences of
 * points matter, and only among orchestrators that can still win.
 */
function stateKey(
  { recommendable }: DecisionModel,
  { points, ruledOut, pending }: DecisionState,
): string {
  const out = (i: number) => ruledOut[i] || !recommendable[i];
  const least = Math.min(...points.filter((_, i) => !out(i)));
  return `${pending}|${points.map((p, i) => (out(i) ? 'x' : p - least))}`;
}

function shareSubtrees(root: Draft, model: DecisionModel): DecisionTree {
  const nodes: DecisionTreeNode[] = [];
  const byContent = new Map<string, string>();
  const byDraft = new Map<Draft, string>();
  let truncated = false;

  const share = (content: string, make: (id: string) => DecisionTreeNode) => {
    let id = byContent.get(content);
    if (!id) {
      id = `n${nodes.length}`;
      byContent.set(content, id);
      nodes.push(make(id));
    }
    return id;
  };

  const visit = (draft: Draft): string => {
    const known = byDraft.get(draft);
    if (known) {
      return known;
    }
    const { result } = draft;
    let id: string;
    if (!result) {
      truncated = true;
      id = share(`unexpanded ${stateKey(model, draft.state)}`, nodeId => ({
        id: nodeId,
        kind: 'unexpanded',
        answers: draft.answers,
      }));
    } else if (result.kind === 'recommendation') {
      const winner =
        result.winner === undefined
          ? {}
          : { winner: model.orchestrators[result.winner] };
      id = share(`recommendation ${result.winner}`, nodeId => ({
        id: nodeId,
        kind: 'recommendation',
        ...winner,
      }));
    } else {
      const question = model.questions[result.question];
      const branches = result.branches.map((branch, i) => ({
        option: question.options[i].id,
        node: visit(branch),
      }));
      id = share(`${question.id} ${branches.map(b => b.node)}`, nodeId => ({
        id: nodeId,
        kind: 'question',
        question: question.id,
        branches,
      }));
    }
    byDraft.set(draft, id);
    return id;
  };

  return { root: visit(root), nodes, truncated };
}

import type { Effect } from '../guidance/types';

/** One piece of evidence that counted, and the answer it came from. */
export interface CountedEvidence {
  /** Question id. */
  question: string;
  /** The option that was chosen. */
  option: string;
  effect: Effect;
  because: string;
}

/** One orchestrator's standing under the given answers. */
export interface RankedOrchestrator {
  /** Orchestrator id. */
  orchestrator: string;
  /** Sum of the weights of its evidence; rule-outs do not count. */
  score: number;
  /** `hold` orchestrators are ranked but never recommended. */
  status: 'eligible' | 'hold' | 'ruled-out';
  supporting: CountedEvidence[];
  /** Evidence against it, rule-outs first. */
  opposing: CountedEvidence[];
}

/** A single changed answer that changes the recommendation. */
export interface Flip {
  /** Question id. */
  question: string;
  /** The option chosen now. */
  from: string;
  /** The option that would change the recommendation. */
  to: string;
  /** The orchestrator recommended then; absent when the answers would conflict. */
  winner?: string;
}

/** What the engine says about a set of answers. */
export interface Recommendation {
  /** `conflict`: the answers rule out every orchestrator that may be recommended. */
  status: 'recommended' | 'conflict';
  /** Id of the recommended orchestrator; absent on conflict. */
  winner?: string;
  /** Every orchestrator, best first: eligible, then on hold, then ruled out. */
  ranking: RankedOrchestrator[];
  /** Score of the winner minus that of the best other eligible one; absent when there is no other. */
  margin?: number;
  /** The margin is 1 or less. */
  closeCall: boolean;
  /** Eligible orchestrators that share the best score, when there are several; the first listed wins. */
  tied: string[];
  /** An orchestrator on hold that would have won. */
  heldBack?: string;
  /** On conflict: question ids of a smallest set of answers that rule everything out. */
  conflict: string[];
  /** Answered questions that do not apply and so count for nothing. */
  ignored: string[];
  /** What is still open. */
  open: {
    /** The question to ask next; absent when no answer can change the winner any more. */
    nextQuestion?: string;
    /** Orchestrators that can still win. */
    possibleWinners: string[];
  };
  /** Every single-answer change that would change the recommendation. */
  flips: Flip[];
}

/** A node of the decision tree; ids are unique within one tree. */
export type DecisionTreeNode =
  | {
      id: string;
      kind: 'question';
      /** Question id. */
      question: string;
      /** Option id → node id, in the question's order. */
      branches: { option: string; node: string }[];
    }
  | {
      id: string;
      kind: 'recommendation';
      /** Orchestrator id; absent when the answers on the path conflict. */
      winner?: string;
    }
  | {
      id: string;
      kind: 'unexpanded';
      /** The answers on one path to here: ask for the tree below them. */
      answers: Record<string, string>;
    };

/** The tree that `nextQuestion` walks; equal subtrees are one node. */
export interface DecisionTree {
  root: string;
  nodes: DecisionTreeNode[];
  /** Some nodes are `unexpanded` because the node budget was used up. */
  truncated: boolean;
}

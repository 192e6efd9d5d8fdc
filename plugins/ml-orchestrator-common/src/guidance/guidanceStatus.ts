import { decisionTree } from '../decision/decisionTree';
import type { DecisionTree } from '../decision/types';
import { lintPointlessQuestions, lintUnrecommendable } from './lint/decisions';
import type {
  GuidanceFinding,
  GuidanceLayer,
  GuidanceRefresh,
  GuidanceWarning,
} from './findings';
import { scenarioOutcome } from './scenarioOutcome';
import type { ScenarioOutcome } from './scenarioOutcome';
import type { Guidance } from './types';

/** What there is how much of in a guidance. */
export type GuidanceCounts = Record<
  | 'orchestrators'
  | 'criteria'
  | 'questions'
  | 'scenarios'
  | 'terms'
  | 'muddyPoints'
  | 'hybrids'
  | 'selfCheck'
  | 'prices'
  | 'sources',
  number
>;

/** How large the derived decision tree is. */
export interface TreeSize {
  /** Equal subtrees count once. */
  nodes: number;
  /** Nodes that recommend, or that say that the answers conflict. */
  leaves: number;
  /** Most questions that anybody is asked. */
  longestPath: number;
  /** The tree was too large to be worked out whole; the numbers are what was seen of it. */
  truncated: boolean;
}

/** How a guidance fares: what its owners want to know about it. */
export interface GuidanceStatus {
  counts: GuidanceCounts;
  tree: TreeSize;
  scenarios: ScenarioOutcome[];
  /** Ids of questions whose answer never changes the recommendation. */
  pointlessQuestions: string[];
  /** Ids of orchestrators that no answers ever recommend, although they are not on hold. */
  unrecommendable: string[];
  /** Ids of orchestrators on hold. */
  onHold: string[];
}

/** What the backend tells the owners of the guidance. */
export interface GuidanceStatusReport {
  layers: GuidanceLayer[];
  warnings: GuidanceWarning[];
  refresh?: GuidanceRefresh;
  /** Of the guidance being served. */
  status: GuidanceStatus;
}

/** Works out how a guidance fares. */
export function guidanceStatus(guidance: Guidance): GuidanceStatus {
  const { orchestrators, questions, scenarios } = guidance;
  const named = (list: { id: string }[], findings: GuidanceFinding[]) =>
    findings.map(({ path }) => list[path[1] as number].id);
  return {
    counts: {
      orchestrators: orchestrators.length,
      criteria: guidance.criteria.length,
      questions: questions.length,
      scenarios: scenarios.length,
      terms: guidance.terms.length,
      muddyPoints: guidance.muddyPoints.length,
      hybrids: guidance.hybrids.length,
      selfCheck: guidance.selfCheck.length,
      prices: guidance.prices.length,
      sources: guidance.sources.length,
    },
    tree: treeSize(decisionTree(guidance)),
    scenarios: scenarios.map(scenario => scenarioOutcome(guidance, scenario)),
    pointlessQuestions: named(questions, lintPointlessQuestions(guidance)),
    unrecommendable: named(orchestrators, lintUnrecommendable(guidance)),
    onHold: orchestrators.filter(o => o.ring === 'hold').map(o => o.id),
  };
}

function treeSize({ root, nodes, truncated }: DecisionTree): TreeSize {
  const byId = new Map(nodes.map(node => [node.id, node]));
  // Subtrees are shared, so each depth is worked out once.
  const depths = new Map<string, number>();
  const depth = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) {
      return known;
    }
    const node = byId.get(id);
    const found =
      node?.kind === 'question'
        ? 1 + Math.max(...node.branches.map(branch => depth(branch.node)))
        : 0;
    depths.set(id, found);
    return found;
  };
  return {
    nodes: nodes.length,
    leaves: nodes.filter(node => node.kind === 'recommendation').length,
    longestPath: depth(root),
    truncated,
  };
}

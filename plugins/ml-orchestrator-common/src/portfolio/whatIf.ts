import type { EntityDecision } from '../entity/readDecision';
import { verdictFinder } from '../entity/verdict';
import type { EntityVerdict } from '../entity/verdict';
import { guidanceDifferences } from '../guidance/guidanceDifferences';
import type {
  DecidingGuidance,
  GuidanceDifference,
} from '../guidance/guidanceDifferences';
import type { Guidance } from '../guidance/types';

/** What a change of the guidance would do to one pipeline. */
export interface VerdictChange {
  before: EntityVerdict;
  after: EntityVerdict;
  /** What the guidances say differently about the pipeline's answers. */
  differences: GuidanceDifference[];
}

/**
 * Says for each pipeline's decision what a change of the guidance would change: another
 * verdict, or another orchestrator that would be chosen; `undefined` where it stays the same.
 */
export function verdictChanges(
  before: Guidance,
  after: Guidance,
): (decision: EntityDecision | undefined) => VerdictChange | undefined {
  const [then, now] = [verdictFinder(before), verdictFinder(after)];
  return decision => {
    const was = then(decision);
    const is = now(decision);
    if (!decision || sameVerdict(was, is)) {
      return undefined;
    }
    return {
      before: was,
      after: is,
      differences: decisionDifferences(before, after, decision, was, is),
    };
  };
}

/** Whether two verdicts agree in what a person acts on; reasons may be worded otherwise. */
export function sameVerdict(
  a: Pick<EntityVerdict, 'verdict' | 'wouldChoose'>,
  b: Pick<EntityVerdict, 'verdict' | 'wouldChoose'>,
): boolean {
  return a.verdict === b.verdict && a.wouldChoose === b.wouldChoose;
}

/**
 * The differences that matter to a decision: about what was chosen, what either guidance
 * would choose, and what comes close to it.
 */
export function decisionDifferences(
  before: DecidingGuidance,
  after: DecidingGuidance,
  decision: EntityDecision,
  ...verdicts: Pick<EntityVerdict, 'wouldChoose' | 'reasons'>[]
): GuidanceDifference[] {
  return guidanceDifferences(before, after, decision.answers, [
    decision.orchestrator,
    ...verdicts.flatMap(({ wouldChoose }) => wouldChoose ?? []),
    ...verdicts.flatMap(({ reasons }) =>
      reasons.flatMap(reason =>
        reason.kind === 'close-call' ? reason.orchestrator : [],
      ),
    ),
  ]);
}

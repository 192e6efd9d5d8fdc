import type {
  EntityDecision,
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import { orchestratorTitle } from './words';

/** Whether today's guidance would still decide as was decided. */
export type Verdict =
  | { kind: 'fits'; closeCall: boolean }
  | { kind: 'differs'; winner: string }
  | { kind: 'conflict' }
  | {
      kind: 'unknown';
      why: 'no-answers' | 'unknown-orchestrator' | 'unknown-answers';
    };

/**
 * Compares a decision with what the engine says of its answers today.
 * @param unknownAnswers - whether the guidance no longer knows some of the answers
 */
export function verdictOf(
  guidance: Guidance,
  decision: EntityDecision,
  recommendation: Recommendation | undefined,
  unknownAnswers: boolean,
): Verdict {
  if (!guidance.orchestrators.some(o => o.id === decision.orchestrator)) {
    return { kind: 'unknown', why: 'unknown-orchestrator' };
  }
  if (unknownAnswers) {
    return { kind: 'unknown', why: 'unknown-answers' };
  }
  if (!recommendation || Object.keys(decision.answers).length === 0) {
    return { kind: 'unknown', why: 'no-answers' };
  }
  if (recommendation.winner === undefined) {
    return { kind: 'conflict' };
  }
  return recommendation.winner === decision.orchestrator
    ? { kind: 'fits', closeCall: recommendation.closeCall }
    : { kind: 'differs', winner: recommendation.winner };
}

/** A verdict in one sentence. */
export function verdictWords(
  t: Translate,
  guidance: Guidance,
  verdict: Verdict,
): string {
  switch (verdict.kind) {
    case 'fits':
      return t(
        verdict.closeCall
          ? 'shared.verdict.fitsClosely'
          : 'shared.verdict.fits',
      );
    case 'differs':
      return t('shared.verdict.differs', {
        winner: orchestratorTitle(guidance, verdict.winner),
      });
    case 'conflict':
      return t('shared.verdict.conflict');
    default:
      return t(`shared.verdict.${verdict.why}`);
  }
}

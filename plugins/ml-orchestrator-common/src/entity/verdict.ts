import { possibleWinners } from '../decision/possibleWinners';
import { rankOrchestrators } from '../decision/rankOrchestrators';
import type { CountedEvidence, RankedOrchestrator } from '../decision/types';
import { CLOSE_CALL_MARGIN, EFFECT_WEIGHTS } from '../decision/weights';
import type { Answers, Guidance } from '../guidance/types';
import type { EntityDecision } from './readDecision';

/**
 * What today's guidance can say of a decision:
 *
 * - `fits`: it would decide the same; or the decision was taken against it, for a
 *   reason, and nothing keeps the orchestrator from being used.
 * - `close`: it would decide the same, but by a margin of 1 or less.
 * - `no-longer-fits`: it would choose another orchestrator, or none.
 * - `unknown`: linked, but without answers from which that could be told.
 * - `unlinked`: not linked to an orchestrator.
 */
export const VERDICTS = [
  'fits',
  'close',
  'no-longer-fits',
  'unknown',
  'unlinked',
] as const;

/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];

/** Why a verdict is what it is. All ids are the guidance's or, where they are gone, the entity's. */
export type VerdictReason =
  /** The guidance has no such orchestrator (any more). */
  | { kind: 'orchestrator-gone'; orchestrator: string }
  /** The chosen orchestrator is on hold; `because` says why, where the guidance does. */
  | { kind: 'on-hold'; orchestrator: string; because?: string }
  /** Nobody kept the answers. */
  | { kind: 'no-answers' }
  /** The guidance has no such question, or no such option of it (any more). */
  | { kind: 'answer-gone'; question: string; option: string }
  /** The answers rule out every orchestrator that may be recommended. */
  | { kind: 'conflict' }
  /** The orchestrator that comes next, and how far it is behind. */
  | { kind: 'close-call'; orchestrator: string; margin: number }
  /** Chosen although the guidance would choose otherwise. */
  | { kind: 'overridden'; because: string }
  /** Evidence for what would be chosen today, or against what was chosen. */
  | ({ kind: 'evidence'; orchestrator: string } & CountedEvidence);

/** What today's guidance says of an entity's decision. */
export interface EntityVerdict {
  verdict: Verdict;
  /** Id of the orchestrator that today's guidance recommends on the same answers; absent when it recommends none, or that cannot be told. */
  wouldChoose?: string;
  /** The weightiest first. */
  reasons: VerdictReason[];
}

/** What today's guidance says of a decision; `undefined` stands for an entity that is not linked. */
export function verdictOf(
  guidance: Guidance,
  decision: EntityDecision | undefined,
): EntityVerdict {
  if (!decision) {
    return { verdict: 'unlinked', reasons: [] };
  }
  const { answers, gone } = usableAnswers(guidance, decision.answers);
  const obstacles = [...obstaclesTo(guidance, decision.orchestrator), ...gone];
  if (Object.keys(decision.answers).length === 0) {
    return {
      verdict: 'unknown',
      reasons: [...obstacles, { kind: 'no-answers' }],
    };
  }
  if (cannotTell(guidance, answers, gone)) {
    return { verdict: 'unknown', reasons: obstacles };
  }

  const ranking = rankOrchestrators(guidance, answers);
  const [winner, next] = ranking.filter(r => r.status === 'eligible');
  const chosen = ranking.find(r => r.orchestrator === decision.orchestrator);
  const wouldChoose = winner ? { wouldChoose: winner.orchestrator } : {};
  if (winner && winner === chosen) {
    const margin = next ? winner.score - next.score : Infinity;
    return margin <= CLOSE_CALL_MARGIN
      ? {
          verdict: 'close',
          ...wouldChoose,
          reasons: [
            { kind: 'close-call', orchestrator: next.orchestrator, margin },
            ...obstacles,
          ],
        }
      : { verdict: 'fits', ...wouldChoose, reasons: obstacles };
  }
  const evidence = evidenceBetween(winner, chosen);
  if (decision.overrideReason && chosen?.status === 'eligible') {
    const because = decision.overrideReason;
    return {
      verdict: 'fits',
      ...wouldChoose,
      reasons: [{ kind: 'overridden', because }, ...obstacles, ...evidence],
    };
  }
  return {
    verdict: 'no-longer-fits',
    ...wouldChoose,
    reasons: [
      ...obstacles,
      ...(winner ? [] : [{ kind: 'conflict' as const }]),
      ...evidence,
    ],
  };
}

/** What keeps the orchestrator from being recommended, whatever the answers. */
function obstaclesTo(guidance: Guidance, id: string): VerdictReason[] {
  const orchestrator = guidance.orchestrators.find(o => o.id === id);
  if (!orchestrator) {
    return [{ kind: 'orchestrator-gone', orchestrator: id }];
  }
  if (orchestrator.ring !== 'hold') {
    return [];
  }
  const { ringReason } = orchestrator;
  return [
    {
      kind: 'on-hold',
      orchestrator: id,
      ...(ringReason ? { because: ringReason } : {}),
    },
  ];
}

type GoneAnswer = Extract<VerdictReason, { kind: 'answer-gone' }>;

/** The answers that the guidance still knows, and those that it does not. */
function usableAnswers(guidance: Guidance, given: Answers) {
  const gone: GoneAnswer[] = [];
  const answers = Object.fromEntries(
    Object.entries(given).filter(([question, option]) => {
      const known = guidance.questions
        .find(q => q.id === question)
        ?.options.some(o => o.id === option);
      if (!known) {
        gone.push({ kind: 'answer-gone', question, option });
      }
      return known;
    }),
  );
  return { answers, gone };
}

/**
 * Whether the answers that are gone leave the winner open. A question that is not
 * asked any more counts for nothing; one that is still asked is open again, and may decide.
 */
function cannotTell(
  guidance: Guidance,
  answers: Answers,
  gone: GoneAnswer[],
): boolean {
  if (gone.length === 0) {
    return false;
  }
  const openAgain = gone.some(({ question }) =>
    guidance.questions.some(q => q.id === question),
  );
  return (
    Object.keys(answers).length === 0 ||
    (openAgain && possibleWinners(guidance, answers).length > 1)
  );
}

/**
 * The evidence by which the winner comes before the chosen one. What an answer says
 * of both alike is no reason; without a winner, what rules the chosen one out is.
 */
function evidenceBetween(
  winner: RankedOrchestrator | undefined,
  chosen: RankedOrchestrator | undefined,
): VerdictReason[] {
  const of = (ranked: RankedOrchestrator | undefined, question: string) =>
    ranked &&
    [...ranked.supporting, ...ranked.opposing].find(
      e => e.question === question,
    );
  const named = (
    ranked: RankedOrchestrator | undefined,
    evidence: CountedEvidence[] | undefined,
  ) =>
    (evidence ?? []).map(e => ({
      kind: 'evidence' as const,
      orchestrator: ranked!.orchestrator,
      ...e,
    }));
  const against = (chosen?.opposing ?? []).filter(e =>
    winner
      ? of(winner, e.question)?.effect !== e.effect
      : e.effect === 'rules-out',
  );
  const inFavour = (winner?.supporting ?? []).filter(
    e => of(chosen, e.question)?.effect !== e.effect,
  );
  return [...named(chosen, against), ...named(winner, inFavour)].sort(
    (a, b) => heaviness(b) - heaviness(a),
  );
}

function heaviness({ effect }: CountedEvidence): number {
  return effect === 'rules-out' ? 4 : Math.abs(EFFECT_WEIGHTS[effect]);
}

/** Finds verdicts under one guidance; equal decisions are thought about once. */
export function verdictFinder(
  guidance: Guidance,
): (decision: EntityDecision | undefined) => EntityVerdict {
  const known = new Map<string, EntityVerdict>();
  return decision => {
    const key = decision ? decisionKey(decision) : '';
    const verdict = known.get(key) ?? verdictOf(guidance, decision);
    known.set(key, verdict);
    return verdict;
  };
}

/** The same for decisions that every guidance judges alike. */
function decisionKey({
  orchestrator,
  answers,
  overrideReason = '',
}: EntityDecision): string {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([orchestrator, overrideReason, sorted]);
}

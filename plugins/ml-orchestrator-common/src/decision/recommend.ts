import type { Answers, Guidance } from '../guidance/types';
import { applicableQuestions } from './applicable';
import { smallestConflict } from './conflict';
import { findFlips } from './flips';
import { startFrom, winnerOf } from './model';
import { nextQuestion } from './nextQuestion';
import { possibleWinners } from './possibleWinners';
import { rankOrchestrators } from './rankOrchestrators';
import type { RankedOrchestrator, Recommendation } from './types';
import { CLOSE_CALL_MARGIN } from './weights';

/**
 * What the guidance says about a set of answers: the winner, how every
 * orchestrator stands and why, what is still open, and what would change it.
 * Answers to unknown questions and options count for nothing.
 */
export function recommend(
  guidance: Guidance,
  answers: Answers,
): Recommendation {
  const { model, state } = startFrom(guidance, answers);
  const position = winnerOf(model, state);
  const winner =
    position === undefined ? undefined : model.orchestrators[position];

  const ranking = rankOrchestrators(guidance, answers);
  const eligible = ranking.filter(r => r.status === 'eligible');
  const margin =
    eligible.length > 1 ? eligible[0].score - eligible[1].score : undefined;
  const tied = eligible
    .filter(r => r.score === eligible[0].score)
    .map(r => r.orchestrator);
  const next = nextQuestion(guidance, answers);
  const applicable = new Set(
    applicableQuestions(guidance, answers).map(q => q.id),
  );

  return {
    status: winner === undefined ? 'conflict' : 'recommended',
    ...(winner === undefined ? {} : { winner }),
    ranking,
    ...(margin === undefined ? {} : { margin }),
    closeCall: margin !== undefined && margin <= CLOSE_CALL_MARGIN,
    tied: tied.length > 1 ? tied : [],
    ...heldBack(ranking, winner),
    conflict: winner === undefined ? smallestConflict(guidance, answers) : [],
    ignored: guidance.questions
      .filter(q => answers[q.id] !== undefined && !applicable.has(q.id))
      .map(q => q.id),
    open: {
      ...(next === undefined ? {} : { nextQuestion: next }),
      possibleWinners: possibleWinners(guidance, answers),
    },
    flips: findFlips(guidance, answers),
  };
}

/** The best orchestrator on hold, where it would have come before the winner. */
function heldBack(ranking: RankedOrchestrator[], winner: string | undefined) {
  const held = ranking.find(r => r.status === 'hold');
  const best = ranking.find(r => r.orchestrator === winner);
  return held && (!best || held.score > best.score)
    ? { heldBack: held.orchestrator }
    : {};
}

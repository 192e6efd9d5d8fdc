import type { Answers, Guidance } from '../guidance/types';
import { answerPending, startFrom, winnerOf } from './model';
import type { DecisionModel, DecisionState } from './model';
import {
  conflictGoals,
  goalsOf,
  losesToGoals,
  possibleOutcomes,
  ruledOutGoals,
  winGoals,
} from './possibleWinners';
import type { PossibleOutcomes } from './possibleWinners';
import { canReach } from './search';
import type { World } from './search';

/**
 * The question to ask next, as an id: the first applicable unanswered one, some
 * option of which leads to other possible outcomes. When no single answer does,
 * although the outcome is open, it is the first one that can matter together
 * with others. None when the outcome is settled and the answers show it: a winner
 * that is certain only because of answers still to come is not yet explained by any.
 */
export function nextQuestion(
  guidance: Guidance,
  answers: Answers,
): string | undefined {
  const { model, state } = startFrom(guidance, answers);
  const position = nextPending(model, state);
  return position === undefined ? undefined : model.questions[position].id;
}

/** {@link nextQuestion} on a compiled state, as a position. */
export function nextPending(
  model: DecisionModel,
  state: DecisionState,
): number | undefined {
  const outcomes = possibleOutcomes(model, state);
  if (outcomes.winners.length + Number(outcomes.conflict) <= 1) {
    const shown = winnerOf(model, state) === outcomes.winners[0];
    return shown ? undefined : state.pending[0];
  }
  return (
    state.pending.find(question =>
      model.questions[question].options.some(
        option =>
          !sameOutcomes(
            outcomes,
            possibleOutcomes(
              model,
              answerPending(model, state, question, option),
            ),
          ),
      ),
    ) ??
    state.pending.find(question => canMatter(model, state, outcomes, question))
  );
}

function sameOutcomes(a: PossibleOutcomes, b: PossibleOutcomes): boolean {
  return a.conflict === b.conflict && a.winners.join() === b.winners.join();
}

/**
 * Whether two ways of answering that differ only in this question, and in what it
 * opens, can end differently. Both are searched at once, as two worlds that share
 * every other answer.
 */
export function canMatter(
  model: DecisionModel,
  state: DecisionState,
  outcomes: PossibleOutcomes,
  question: number,
): boolean {
  const pending = [
    { question, world: 'first' as World },
    { question, world: 'second' as World },
    ...state.pending
      .filter(other => other !== question)
      .map(other => ({ question: other, world: 'both' as World })),
  ];
  const reachable = (goals: Parameters<typeof goalsOf>[2]) =>
    canReach(model, goalsOf(model, state, goals), pending);

  const otherwise = (winner: number) => [
    ruledOutGoals(model, winner, 'second'),
    ...model.orchestrators.flatMap((_, rival) =>
      rival !== winner && model.recommendable[rival]
        ? [losesToGoals(model, winner, rival, 'second')]
        : [],
    ),
  ];
  return (
    outcomes.winners.some(winner =>
      otherwise(winner).some(loses =>
        reachable([...winGoals(model, winner, 'first'), ...loses]),
      ),
    ) ||
    (outcomes.conflict &&
      outcomes.winners.some(winner =>
        reachable([
          ...conflictGoals(model, 'first'),
          ...winGoals(model, winner, 'second'),
        ]),
      ))
  );
}

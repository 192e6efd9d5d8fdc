import type { Answers, Guidance } from '../guidance/types';
import { startFrom } from './model';
import type { DecisionModel, DecisionState } from './model';
import { canReach } from './search';
import type { Goals, World } from './search';

/** Larger than any score, so that a rule-out settles a comparison. */
const DECISIVE = 1_000_000;

/**
 * The orchestrators that some way of answering the open questions makes win, as
 * ids in guidance order. Exact: each one named has a witness, none is missing.
 * Empty when every way of answering ends in a conflict.
 */
export function possibleWinners(
  guidance: Guidance,
  answers: Answers,
): string[] {
  const { model, state } = startFrom(guidance, answers);
  return possibleOutcomes(model, state).winners.map(
    position => model.orchestrators[position],
  );
}

/** How a decision can still end. */
export interface PossibleOutcomes {
  /** Positions of the orchestrators that can win, ascending. */
  winners: number[];
  /** The answers can still come to rule out everything. */
  conflict: boolean;
}

/** Every outcome that some way of answering the pending questions reaches. */
export function possibleOutcomes(
  model: DecisionModel,
  state: DecisionState,
): PossibleOutcomes {
  const pending = state.pending.map(question => ({
    question,
    world: 'both' as World,
  }));
  const winners = model.orchestrators
    .map((_, position) => position)
    .filter(
      position =>
        model.recommendable[position] &&
        !state.ruledOut[position] &&
        canReach(
          model,
          goalsOf(model, state, winGoals(model, position)),
          pending,
        ),
    );
  const conflict = canReach(
    model,
    goalsOf(model, state, conflictGoals(model)),
    pending,
  );
  return { winners, conflict };
}

/** One goal: how points and a rule-out of each orchestrator count towards it. */
export interface Goal {
  /** Goal value before anything is answered. */
  offset: number;
  /** Factor for each orchestrator's points. */
  points: number[];
  /** Value of each orchestrator being ruled out, however often. */
  ruledOut: number[];
  /** The world that the goal is about. */
  world: World;
}

const zeros = (model: DecisionModel) => model.orchestrators.map(() => 0);

/** What must hold for one orchestrator to win: not ruled out, and ahead of each rival that is not. */
export function winGoals(
  model: DecisionModel,
  winner: number,
  world: World = 'both',
): Goal[] {
  const staysIn = {
    offset: 0,
    points: zeros(model),
    ruledOut: zeros(model),
    world,
  };
  staysIn.ruledOut[winner] = -1;
  const ahead = model.orchestrators.flatMap((_, rival) =>
    rival !== winner && model.recommendable[rival]
      ? [aheadGoal(model, winner, rival, world)]
      : [],
  );
  return [staysIn, ...ahead];
}

/** One orchestrator comes before a rival, or the rival is ruled out. A tie goes to the one listed first. */
function aheadGoal(
  model: DecisionModel,
  one: number,
  rival: number,
  world: World,
): Goal {
  const goal: Goal = {
    offset: one < rival ? 0 : -1,
    points: zeros(model),
    ruledOut: zeros(model),
    world,
  };
  goal.points[one] = 1;
  goal.points[rival] = -1;
  goal.ruledOut[rival] = DECISIVE;
  return goal;
}

/** An orchestrator loses because it is ruled out. */
export function ruledOutGoals(
  model: DecisionModel,
  position: number,
  world: World,
): Goal[] {
  const goal: Goal = {
    offset: -1,
    points: zeros(model),
    ruledOut: zeros(model),
    world,
  };
  goal.ruledOut[position] = DECISIVE;
  return [goal];
}

/** An orchestrator loses to a rival that is not ruled out. */
export function losesToGoals(
  model: DecisionModel,
  position: number,
  rival: number,
  world: World,
): Goal[] {
  const staysIn: Goal = {
    offset: 0,
    points: zeros(model),
    ruledOut: zeros(model),
    world,
  };
  staysIn.ruledOut[rival] = -1;
  const ahead = aheadGoal(model, rival, position, world);
  return [staysIn, ahead];
}

/** Everything that may be recommended is ruled out. */
export function conflictGoals(
  model: DecisionModel,
  world: World = 'both',
): Goal[] {
  return model.recommendable.flatMap((recommendable, position) =>
    recommendable ? ruledOutGoals(model, position, world) : [],
  );
}

/** Puts goals into the form of the search, starting from a state. */
export function goalsOf(
  model: DecisionModel,
  state: DecisionState,
  goals: Goal[],
): Goals {
  const value = (goal: Goal, points: number[], ruledOut: boolean[]) =>
    points.reduce(
      (sum, p, i) =>
        sum + p * goal.points[i] + (ruledOut[i] ? goal.ruledOut[i] : 0),
      0,
    );
  const effects = new Map<string, number[]>();
  return {
    start: goals.map(
      goal => goal.offset + value(goal, state.points, state.ruledOut),
    ),
    effect: (question, option, world) => {
      const key = `${question}.${option}.${world}`;
      let effect = effects.get(key);
      if (!effect) {
        const { points, rulesOut } = model.questions[question].options[option];
        effect = goals.map(goal =>
          world === 'both' || goal.world === 'both' || goal.world === world
            ? value(goal, points, rulesOut)
            : 0,
        );
        effects.set(key, effect);
      }
      return effect;
    },
  };
}

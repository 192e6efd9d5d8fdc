import type { DecisionModel } from './model';

/**
 * A search over the ways in which the pending questions may still be answered.
 *
 * Each goal is a running number that must end at zero or above. An option moves
 * every goal by a fixed amount, so for each question there is a best and a worst
 * case per goal. Those bounds settle most states at once; what is left is
 * searched depth first, and each state is visited once.
 */
export interface Goals {
  /** Where the goals stand now. */
  start: number[];
  /** How choosing an option moves the goals, in the given world. */
  effect(question: number, option: number, world: World): readonly number[];
}

/**
 * Two futures can be compared in one search: a question whose world is `both` is
 * answered alike in both of them, one of `first` or `second` only in that one.
 */
export type World = 'both' | 'first' | 'second';

/** A question still to be answered, and in which world. */
export interface PendingQuestion {
  question: number;
  world: World;
}

interface Bounds {
  worst: number[];
  best: number[];
}

/** Whether some way of answering the pending questions meets all goals. */
export function canReach(
  model: DecisionModel,
  goals: Goals,
  pending: PendingQuestion[],
): boolean {
  const bounds = boundsOf(model, goals);
  const seen = new Set<string>();

  const search = (standing: number[], open: PendingQuestion[]): boolean => {
    const worst = [...standing];
    const best = [...standing];
    for (const item of open) {
      const range = bounds(item);
      for (let goal = 0; goal < standing.length; goal++) {
        worst[goal] += range.worst[goal];
        best[goal] += range.best[goal];
      }
    }
    if (best.some(value => value < 0)) {
      return false;
    }
    if (worst.every(value => value >= 0)) {
      return true;
    }
    // A goal that is met whatever follows makes no difference between states.
    const key = `${open.map(o => `${o.question}${o.world[0]}`)}|${standing.map(
      (value, goal) => (worst[goal] >= 0 ? '' : value),
    )}`;
    if (seen.has(key)) {
      return false;
    }
    seen.add(key);

    const [next, ...rest] = open;
    return model.questions[next.question].options.some((option, position) => {
      const effect = goals.effect(next.question, position, next.world);
      return search(
        standing.map((value, goal) => value + effect[goal]),
        [
          ...option.opens.map(question => ({ question, world: next.world })),
          ...rest,
        ],
      );
    });
  };

  return search(goals.start, pending);
}

/** Best and worst case of a question with everything it may open, per goal. */
function boundsOf(model: DecisionModel, goals: Goals) {
  const known = new Map<string, Bounds>();
  const bounds = (item: PendingQuestion): Bounds => {
    const key = `${item.question}${item.world}`;
    const cached = known.get(key);
    if (cached) {
      return cached;
    }
    const result: Bounds = {
      worst: goals.start.map(() => Infinity),
      best: goals.start.map(() => -Infinity),
    };
    model.questions[item.question].options.forEach((option, position) => {
      const effect = goals.effect(item.question, position, item.world);
      const opened = option.opens.map(question =>
        bounds({ question, world: item.world }),
      );
      effect.forEach((value, goal) => {
        let low = value;
        let high = value;
        for (const inner of opened) {
          low += inner.worst[goal];
          high += inner.best[goal];
        }
        result.worst[goal] = Math.min(result.worst[goal], low);
        result.best[goal] = Math.max(result.best[goal], high);
      });
    });
    known.set(key, result);
    return result;
  };
  return bounds;
}

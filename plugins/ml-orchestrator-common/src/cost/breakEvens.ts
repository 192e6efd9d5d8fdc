import type { BreakEven, OfferEstimate } from './types';
import { WORKLOAD_LIMITS } from './workload';
import type { Workload } from './workload';

/** What an offer costs at another number of runs; all its prices must be known. */
export function costAt(
  { lines }: OfferEstimate,
  runsNow: number,
  runs: number,
): number {
  return lines.reduce((sum, { quantity, perRun, free, per, usd = 0 }) => {
    const fixed = quantity - perRun * runsNow;
    return sum + (Math.max(0, fixed + perRun * runs - free) / per) * usd;
  }, 0);
}

const MOST_RUNS = WORKLOAD_LIMITS.runsPerMonth.most;

/** The numbers of runs at which the cost stops being a straight line: where free quantities end. */
export function kinksOf({ lines }: OfferEstimate, runsNow: number): number[] {
  return lines
    .filter(({ perRun }) => perRun > 0)
    .map(
      ({ quantity, perRun, free }) =>
        (free - (quantity - perRun * runsNow)) / perRun,
    )
    .filter(runs => runs > 0 && runs < MOST_RUNS);
}

/**
 * Every number of runs, from none to the most a workload may have, at which two offers
 * change places. Costs are straight between kinks, so the points are exact.
 * @param workload - what the estimates are for
 */
export function findBreakEvens(
  offers: OfferEstimate[],
  { runsPerMonth: runsNow }: Workload,
): BreakEven[] {
  return offers.flatMap((one, i) =>
    offers.slice(i + 1).flatMap((other, offset) => {
      const known = one.usd !== undefined && other.usd !== undefined;
      return known ? between(one, other, runsNow, [i, i + 1 + offset]) : [];
    }),
  );
}

function between(
  one: OfferEstimate,
  other: OfferEstimate,
  runsNow: number,
  pair: [number, number],
): BreakEven[] {
  const difference = (runs: number) =>
    costAt(one, runsNow, runs) - costAt(other, runsNow, runs);
  const kinks = [
    ...new Set([
      0,
      ...kinksOf(one, runsNow),
      ...kinksOf(other, runsNow),
      MOST_RUNS,
    ]),
  ].sort((a, b) => a - b);
  const points = kinks.flatMap((to, i) => {
    const from = kinks[i - 1];
    if (from === undefined) {
      return [to];
    }
    const [before, after] = [difference(from), difference(to)];
    return before * after < 0
      ? [from + ((to - from) * before) / (before - after), to]
      : [to];
  });
  // Between two points nothing crosses, so the middle speaks for all between.
  const cheaper = points.slice(1).map((to, i) => {
    const middle = difference((points[i] + to) / 2);
    const nothing = 1e-9 * Math.max(1, costAt(one, runsNow, to));
    if (Math.abs(middle) <= nothing) {
      return undefined;
    }
    return middle < 0 ? pair[0] : pair[1];
  });
  return cheaper.flatMap((above, i) => {
    const below = cheaper[i - 1];
    if (i === 0 || above === below) {
      return [];
    }
    const runs = points[i];
    return [
      {
        runs,
        usd: costAt(one, runsNow, runs),
        between: pair,
        ...(below === undefined ? {} : { below }),
        ...(above === undefined ? {} : { above }),
      },
    ];
  });
}

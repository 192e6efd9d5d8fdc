import { costAt, kinksOf } from 'backstage-plugin-ml-orchestrator-common';
import type { CostEstimate } from 'backstage-plugin-ml-orchestrator-common';

/** The costs of the offers at one number of runs, by their position. */
export type CostPoint = { runs: number } & Record<`offer${number}`, number>;

/** The most runs that a plot shows: the workload, and the break-evens near it. */
export function plotReach({ workload, breakEvens }: CostEstimate): number {
  const least = Math.max(100, 2 * workload.runsPerMonth);
  const near = breakEvens
    .map(({ runs }) => runs * 1.25)
    .filter(runs => runs <= 10 * least);
  return Math.ceil(Math.max(least, ...near));
}

/** Where the lines of a plot bend; between these points they are straight. */
export function costSeries(estimate: CostEstimate): CostPoint[] {
  const { offers, workload, breakEvens } = estimate;
  const now = workload.runsPerMonth;
  const reach = plotReach(estimate);
  const points = [
    0,
    ...offers.flatMap(offer => kinksOf(offer, now)),
    ...breakEvens.map(({ runs }) => runs),
    now,
    reach,
  ].filter(runs => runs <= reach);
  return [...new Set(points)]
    .sort((a, b) => a - b)
    .map(runs =>
      Object.assign(
        { runs },
        ...offers.map((offer, i) =>
          offer.usd === undefined
            ? {}
            : { [`offer${i}`]: costAt(offer, now, runs) },
        ),
      ),
    );
}

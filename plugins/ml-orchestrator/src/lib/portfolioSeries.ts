import type {
  PortfolioHistoryPoint,
  Verdict,
} from 'backstage-plugin-ml-orchestrator-common';

/** How many pipelines there were by verdict from a day on. */
export interface PortfolioDay {
  day: string;
  total: number;
  verdicts: Partial<Record<Verdict, number>>;
}

/** The history added up by verdict, oldest day first. */
export function daysByVerdict(
  history: readonly PortfolioHistoryPoint[],
): PortfolioDay[] {
  return history.map(({ day, counts }) => {
    const verdicts: PortfolioDay['verdicts'] = {};
    for (const { verdict, count } of counts) {
      verdicts[verdict] = (verdicts[verdict] ?? 0) + count;
    }
    return {
      day,
      total: counts.reduce((sum, { count }) => sum + count, 0),
      verdicts,
    };
  });
}

/** The days with the last one drawn out to the end, since nothing changed from then on. */
export function drawnOut(
  days: readonly PortfolioDay[],
  until: string,
): PortfolioDay[] {
  const last = days[days.length - 1];
  return last && last.day < until
    ? [...days, { ...last, day: until }]
    : [...days];
}

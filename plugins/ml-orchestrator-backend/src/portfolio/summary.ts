import { VERDICTS } from 'backstage-plugin-ml-orchestrator-common';
import type {
  PortfolioCount,
  PortfolioHistoryPoint,
  PortfolioSummary,
  Verdict,
} from 'backstage-plugin-ml-orchestrator-common';
import type { HistoryStep, PortfolioGroup } from './PortfolioQueries';

/** Zero of each verdict. */
export function noVerdicts(): Record<Verdict, number> {
  return Object.fromEntries(VERDICTS.map(verdict => [verdict, 0])) as Record<
    Verdict,
    number
  >;
}

/** Adds up the groups by everything that the summary tells. */
export function summarise(
  groups: readonly PortfolioGroup[],
  steps: readonly HistoryStep[],
): Omit<PortfolioSummary, 'refreshedAt'> {
  const verdicts = noVerdicts();
  groups.forEach(({ verdict, count }) => {
    verdicts[verdict] += count;
  });
  return {
    total: groups.reduce((sum, { count }) => sum + count, 0),
    verdicts,
    orchestrators: countBy(groups, 'orchestrator'),
    owners: countBy(groups, 'owner'),
    systems: countBy(groups, 'system'),
    decidedBy: countBy(groups, 'decided_by'),
    history: history(steps),
  };
}

function countBy(
  groups: readonly PortfolioGroup[],
  column: 'orchestrator' | 'owner' | 'system' | 'decided_by',
): PortfolioCount[] {
  const counts = new Map<string | null, PortfolioCount>();
  for (const { [column]: value, verdict, count } of groups) {
    const known = counts.get(value) ?? {
      ...(value === null ? {} : { value }),
      count: 0,
      verdicts: {},
    };
    known.count += count;
    known.verdicts[verdict] = (known.verdicts[verdict] ?? 0) + count;
    counts.set(value, known);
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.value ?? '').localeCompare(b.value ?? ''),
  );
}

/** Turns what was added and taken away into what there was, for each day on which something changed. */
function history(steps: readonly HistoryStep[]): PortfolioHistoryPoint[] {
  const totals = new Map<string, PortfolioHistoryPoint['counts'][number]>();
  const days = [...new Set(steps.map(({ day }) => day))].sort();
  return days.map(day => {
    for (const step of steps.filter(s => s.day === day)) {
      const { orchestrator, verdict, count } = step;
      const key = JSON.stringify([orchestrator, verdict]);
      const before = totals.get(key)?.count ?? 0;
      totals.set(key, {
        ...(orchestrator === null ? {} : { orchestrator }),
        verdict,
        count: before + count,
      });
    }
    const counts = [...totals.entries()]
      .filter(([, { count }]) => count !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return { day, counts: counts.map(([, total]) => total) };
  });
}

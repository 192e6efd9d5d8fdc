import {
  parseAnswers,
  verdictChanges,
  verdictFinder,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  EntityDecision,
  EntityVerdict,
  Guidance,
  WhatIfResult,
  WhatIfRow,
} from 'backstage-plugin-ml-orchestrator-common';
import { noVerdicts } from './summary';
import { toPortfolioRow } from './tables';
import type { EntityRow } from './tables';

/** What a change of the guidance would do to the pipelines. They come sorted, and stay so. */
export function whatIf(
  before: Guidance,
  after: Guidance,
  rows: readonly EntityRow[],
  page: { offset: number; limit: number },
): Omit<WhatIfResult, 'warnings'> {
  const change = verdictChanges(before, after);
  const [then, now] = [before, after].map(verdictFinder);
  const verdicts = { before: noVerdicts(), after: noVerdicts() };
  const transitions = new Map<string, WhatIfResult['transitions'][number]>();
  const changed: WhatIfRow[] = [];
  for (const row of rows) {
    const decision = decisionOf(row);
    verdicts.before[then(decision).verdict] += 1;
    verdicts.after[now(decision).verdict] += 1;
    const found = change(decision);
    if (found) {
      const from = summaryOf(found.before);
      const to = summaryOf(found.after);
      const key = JSON.stringify([from, to]);
      const count = (transitions.get(key)?.count ?? 0) + 1;
      transitions.set(key, { before: from, after: to, count });
      changed.push({ ...describe(row), ...found });
    }
  }
  return {
    total: rows.length,
    totalItems: changed.length,
    items: changed.slice(page.offset, page.offset + page.limit),
    verdicts,
    transitions: [...transitions.values()].sort((a, b) => b.count - a.count),
  };
}

function decisionOf(row: EntityRow): EntityDecision | undefined {
  return row.orchestrator === null
    ? undefined
    : {
        orchestrator: row.orchestrator,
        answers: parseAnswers(row.answers),
        ...(row.override_reason === null
          ? {}
          : { overrideReason: row.override_reason }),
      };
}

function summaryOf({ verdict, wouldChoose }: EntityVerdict) {
  return { verdict, ...(wouldChoose ? { wouldChoose } : {}) };
}

/** The row without today's verdict, which is told as `before`. */
function describe(row: EntityRow) {
  const {
    verdict,
    wouldChoose,
    reasons,
    changes,
    verdictSince,
    type,
    ...rest
  } = toPortfolioRow(row);
  return rest;
}

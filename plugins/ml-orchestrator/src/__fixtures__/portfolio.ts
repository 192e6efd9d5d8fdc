import {
  guidanceSchema,
  mergeGuidanceLayers,
  parseAnswers,
  verdictChanges,
  verdictOf,
  VERDICTS,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  PortfolioCount,
  PortfolioFilters,
  PortfolioPage,
  PortfolioPaging,
  PortfolioRow,
  PortfolioSummary,
  Verdict,
  WhatIfRequest,
  WhatIfResult,
} from 'backstage-plugin-ml-orchestrator-common';
import { parse } from 'yaml';

const OF_ACROSS = 'airflow-today=no,loops=yes,reach=aws';

/** Pipelines with each verdict, before they are judged. */
const PIPELINES: (Omit<
  PortfolioRow,
  'verdict' | 'reasons' | 'changes' | 'verdictSince'
> &
  Partial<Pick<PortfolioRow, 'changes'>>)[] = [
  {
    entityRef: 'component:default/churn-training',
    name: 'churn-training',
    title: 'Churn training',
    owner: 'group:default/growth',
    system: 'system:default/retention',
    orchestrator: 'step-functions',
    answers: OF_ACROSS,
    decidedBy: 'answers',
    decidedOn: '2026-03-01',
  },
  {
    entityRef: 'component:default/fraud-training',
    name: 'fraud-training',
    owner: 'group:default/risk',
    orchestrator: 'airflow-mwaa',
    answers: OF_ACROSS,
    decidedBy: 'override',
    overrideReason: 'the team knows Airflow',
    decidedOn: '2024-05-01',
  },
  {
    entityRef: 'component:default/lifetime-value',
    name: 'lifetime-value',
    owner: 'group:default/growth',
    orchestrator: 'airflow-mwaa',
    answers: OF_ACROSS,
    decidedBy: 'answers',
    decidedOn: '2025-11-01',
    changes: [
      {
        kind: 'ring',
        orchestrator: 'airflow-mwaa',
        before: 'recommended',
        after: 'allowed',
        because: 'one environment for all teams',
      },
    ],
  },
  {
    entityRef: 'component:default/nightly-report',
    name: 'nightly-report',
    owner: 'group:default/risk',
    orchestrator: 'old-runner',
    answers: '',
  },
  {
    entityRef: 'component:default/unlinked-scoring',
    name: 'unlinked-scoring',
    answers: '',
  },
];

const decisionOf = (row: (typeof PIPELINES)[number]) =>
  row.orchestrator
    ? {
        orchestrator: row.orchestrator,
        answers: parseAnswers(row.answers),
        overrideReason: row.overrideReason,
      }
    : undefined;

/** The pipelines as the guidance judges them. */
export function portfolioRows(guidance: Guidance): PortfolioRow[] {
  return PIPELINES.map(row => ({
    changes: [],
    ...row,
    ...verdictOf(guidance, decisionOf(row)),
    verdictSince: '2026-11-20',
  }));
}

function filterRows<T extends Partial<PortfolioRow>>(
  rows: readonly T[],
  filters: PortfolioFilters,
): T[] {
  const { search = '', entity, ...others } = filters;
  const lists = { ...others, entityRef: entity };
  return rows.filter(
    row =>
      Object.entries(lists).every(
        ([field, values]) =>
          !values?.length ||
          (values as string[]).includes(
            (row[field as keyof PortfolioRow] as string | undefined) ?? '',
          ),
      ) &&
      search
        .toLowerCase()
        .split(/\s+/)
        .every(word =>
          [row.name, row.title, row.owner]
            .join(' ')
            .toLowerCase()
            .includes(word),
        ),
  );
}

/** Answers as `GET /portfolio` does. */
export function portfolioPage(
  rows: readonly PortfolioRow[],
  filters: PortfolioFilters,
  { sort = 'title', offset = 0, limit = 50 }: PortfolioPaging,
): PortfolioPage {
  const by = sort.replace(/^-/, '') as keyof PortfolioRow;
  const valueOf = (row: PortfolioRow) =>
    String(row[by] ?? (by === 'title' ? row.name : '')).toLowerCase();
  const found = filterRows(rows, filters).sort((a, b) =>
    valueOf(a).localeCompare(valueOf(b)),
  );
  const sorted = sort.startsWith('-') ? found.reverse() : found;
  return {
    items: sorted.slice(offset, offset + limit),
    totalItems: found.length,
  };
}

function countBy(
  rows: readonly PortfolioRow[],
  field: 'orchestrator' | 'owner' | 'system' | 'decidedBy',
): PortfolioCount[] {
  const values = [...new Set(rows.map(row => row[field]))];
  return values
    .map(value => {
      const those = rows.filter(row => row[field] === value);
      return {
        ...(value === undefined ? {} : { value }),
        count: those.length,
        verdicts: Object.fromEntries(
          Object.entries(countVerdicts(those)).filter(([, n]) => n > 0),
        ),
      };
    })
    .sort((a, b) => b.count - a.count);
}

function countVerdicts(
  rows: readonly { verdict: Verdict }[],
): Record<Verdict, number> {
  return Object.fromEntries(
    VERDICTS.map(verdict => [
      verdict,
      rows.filter(row => row.verdict === verdict).length,
    ]),
  ) as Record<Verdict, number>;
}

/** Answers as `GET /portfolio/summary` does. */
export function portfolioSummary(
  rows: readonly PortfolioRow[],
  filters: PortfolioFilters,
): PortfolioSummary {
  const found = filterRows(rows, filters);
  return {
    total: found.length,
    verdicts: countVerdicts(found),
    orchestrators: countBy(found, 'orchestrator'),
    owners: countBy(found, 'owner'),
    systems: countBy(found, 'system'),
    decidedBy: countBy(found, 'decidedBy'),
    history: [
      { day: '2026-11-01', counts: [{ verdict: 'unlinked', count: 1 }] },
      {
        day: '2026-11-20',
        counts: found.map(({ orchestrator, verdict }) => ({
          orchestrator,
          verdict,
          count: 1,
        })),
      },
    ],
    refreshedAt: '2026-11-24T12:00:00.000Z',
  };
}

/** Answers as `POST /what-if` does, for layers that are right. */
export function whatIfResult(
  guidance: Guidance,
  request: WhatIfRequest,
): WhatIfResult {
  const { layers, offset = 0, limit = 50, ...filters } = request;
  const changed = guidanceSchema.parse(
    layers
      .map(layer => (typeof layer === 'string' ? parse(layer) : layer))
      .reduce(mergeGuidanceLayers, guidance as never),
  );
  const rows = filterRows(portfolioRows(guidance), filters);
  const change = verdictChanges(guidance, changed);
  const items = rows.flatMap(row => {
    const found = change(decisionOf(row));
    return found ? [{ ...row, ...found }] : [];
  });
  return {
    total: rows.length,
    totalItems: items.length,
    items: items.slice(offset, offset + limit),
    verdicts: {
      before: countVerdicts(rows),
      after: countVerdicts(
        rows.map(row => verdictOf(changed, decisionOf(row))),
      ),
    },
    transitions: items.map(({ before, after }) => ({
      before: { verdict: before.verdict, wouldChoose: before.wouldChoose },
      after: { verdict: after.verdict, wouldChoose: after.wouldChoose },
      count: 1,
    })),
    warnings: [],
  };
}

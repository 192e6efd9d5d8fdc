import type {
  DecidedBy,
  PortfolioRow,
  Verdict,
} from 'backstage-plugin-ml-orchestrator-common';

/** A row of `portfolio_entities`. */
export interface EntityRow {
  entity_ref: string;
  uid: string;
  etag: string;
  guidance_version: string;
  /** By which version of the code; see `JUDGE_VERSION`. */
  judged_by: number;
  name: string;
  title: string | null;
  owner: string | null;
  system: string | null;
  type: string | null;
  orchestrator: string | null;
  answers: string;
  override_reason: string | null;
  decided_by: DecidedBy | null;
  decided_on: string | null;
  verdict: Verdict;
  would_choose: string | null;
  reasons: string;
  changes: string;
  verdict_since: string;
  sort_title: string;
  search_text: string;
  notify: string | null;
}

/** A row of `portfolio_history`. */
export interface HistoryRow {
  entity_ref: string;
  orchestrator: string | null;
  verdict: Verdict;
  from_day: string;
  to_day: string | null;
}

/** The row of `portfolio_state`. */
export interface StateRow {
  id: 1;
  guidance_version: string;
  finished_at: string;
}

/** A row as the API gives it; what is not there is left out. */
export function toPortfolioRow(row: EntityRow): PortfolioRow {
  const optional = {
    title: row.title,
    owner: row.owner,
    system: row.system,
    type: row.type,
    orchestrator: row.orchestrator,
    decidedBy: row.decided_by,
    overrideReason: row.override_reason,
    decidedOn: row.decided_on,
    wouldChoose: row.would_choose,
  };
  return {
    entityRef: row.entity_ref,
    name: row.name,
    ...Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== null),
    ),
    answers: row.answers,
    verdict: row.verdict,
    reasons: JSON.parse(row.reasons),
    changes: JSON.parse(row.changes),
    verdictSince: row.verdict_since,
  };
}

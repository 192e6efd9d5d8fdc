/**
 * The portfolio over HTTP, under `/api/ml-orchestrator`.
 *
 * - `GET /portfolio` → {@link PortfolioPage}; query: {@link PortfolioFilters},
 *   {@link PortfolioPaging}.
 * - `GET /portfolio/summary` → {@link PortfolioSummary}; query: {@link PortfolioFilters}.
 * - `GET /portfolio.csv` → CSV of all rows; query: {@link PortfolioFilters} and `sort`.
 * - `POST /what-if` with a {@link WhatIfRequest} → {@link WhatIfResult}.
 *
 * In the address a list is a repeated parameter, `verdict=fits&verdict=close`, and an
 * empty value stands for "none": `owner=` asks for pipelines without an owner.
 * A wrong parameter or body is answered by 400 and a message that names the field.
 * Everybody sees only the entities that the catalog would show them.
 */
import type { Verdict, EntityVerdict, VerdictReason } from '../entity/verdict';
import type { GuidanceWarning } from '../guidance/findings';
import type { GuidanceDifference } from '../guidance/guidanceDifferences';

/** How an orchestrator was settled on: as the answers say, or otherwise and for a reason. */
export const DECIDED_BY = ['answers', 'override'] as const;
/** One of {@link DECIDED_BY}. */
export type DecidedBy = (typeof DECIDED_BY)[number];

/** What rows can be sorted by. */
export const PORTFOLIO_SORTS = [
  'title',
  'owner',
  'system',
  'orchestrator',
  'decidedOn',
  'verdict',
] as const;
/** One of {@link PORTFOLIO_SORTS}. */
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

/** Most rows of one page. */
export const MAX_PORTFOLIO_LIMIT = 500;
/** Rows of a page when nothing else is asked for. */
export const DEFAULT_PORTFOLIO_LIMIT = 50;

/** Which pipelines: a field with several values takes any of them, and all fields have to hold. */
export interface PortfolioFilters {
  /** Entity references of pipelines. */
  entity?: string[];
  /** Entity references; `''` for none. */
  owner?: string[];
  /** Entity references; `''` for none. */
  system?: string[];
  /** Orchestrator ids; `''` for none, that is, not linked. */
  orchestrator?: string[];
  verdict?: Verdict[];
  /** `''` for neither: not linked, or linked without answers. */
  decidedBy?: (DecidedBy | '')[];
  /** Words that must all appear in name, title or owner; case does not matter. */
  search?: string;
}

/** Which part of the rows, and in which order. */
export interface PortfolioPaging {
  /** A sort, with `-` before it for the other way round; `title` by default. Rows without a value come last. */
  sort?: PortfolioSort | `-${PortfolioSort}`;
  /** Rows to leave out; 0 by default. */
  offset?: number;
  /** Rows to give, {@link MAX_PORTFOLIO_LIMIT} at most; {@link DEFAULT_PORTFOLIO_LIMIT} by default. */
  limit?: number;
}

/** One ML pipeline. */
export interface PortfolioRow {
  /** As the catalog writes it, `component:default/churn-training`. */
  entityRef: string;
  name: string;
  title?: string;
  /** Entity reference. */
  owner?: string;
  /** Entity reference. */
  system?: string;
  /** `spec.type` of the entity. */
  type?: string;
  /** Orchestrator id, as the entity says; absent when it is not linked. */
  orchestrator?: string;
  /** `question=option,…`; empty when nobody kept the answers. */
  answers: string;
  /** Absent when it is not linked, or linked without answers or a reason. */
  decidedBy?: DecidedBy;
  overrideReason?: string;
  /** Day of the decision, `2026-11-24`; absent when the entity does not say. */
  decidedOn?: string;
  verdict: Verdict;
  /** Orchestrator id that today's guidance recommends on the same answers. */
  wouldChoose?: string;
  /** Why the verdict is what it is. */
  reasons: VerdictReason[];
  /** What changed in the guidance when it last changed the verdict; empty when it never did since the portfolio is kept. */
  changes: GuidanceDifference[];
  /** Since which day the verdict is what it is, as far as the portfolio knows. */
  verdictSince: string;
}

/** The answer of `GET /portfolio`. */
export interface PortfolioPage {
  items: PortfolioRow[];
  /** Rows of the filter, on all pages. */
  totalItems: number;
}

/** How many pipelines share a value; without `value`: have none. */
export interface PortfolioCount {
  value?: string;
  count: number;
  /** The same pipelines by verdict; verdicts that none has are left out. */
  verdicts: Partial<Record<Verdict, number>>;
}

/** How many pipelines there were at the end of a day. */
export interface PortfolioHistoryPoint {
  /** `2026-11-24` */
  day: string;
  /** Only those that some pipeline had. */
  counts: { orchestrator?: string; verdict: Verdict; count: number }[];
}

/** The answer of `GET /portfolio/summary`; every number is of the filter's rows. */
export interface PortfolioSummary {
  total: number;
  verdicts: Record<Verdict, number>;
  /** Most pipelines first; so are the other lists. */
  orchestrators: PortfolioCount[];
  owners: PortfolioCount[];
  systems: PortfolioCount[];
  decidedBy: PortfolioCount[];
  /**
   * The days on which a number changed, oldest first; from one to the next they stayed
   * the same. Filters are asked of the pipelines as they are today, and pipelines that are
   * gone from the catalog are counted only where no filter was given and the viewer may see everything.
   */
  history: PortfolioHistoryPoint[];
  /** When the portfolio was last brought in line with the catalog, as an ISO timestamp; absent before the first time. */
  refreshedAt?: string;
}

/** The body of `POST /what-if`, which needs the permission `ml-orchestrator.guidance.owner.read`. */
export interface WhatIfRequest extends PortfolioFilters {
  /**
   * The change, as layers like those in configuration, laid over today's guidance in this
   * order: each the text of a YAML file, or its contents as JSON.
   */
  layers: (string | Record<string, unknown>)[];
  /** Of the changed rows; 0 by default. */
  offset?: number;
  /** As in {@link PortfolioPaging}. */
  limit?: number;
}

/** A pipeline whose verdict, or whose recommended orchestrator, would change. */
export interface WhatIfRow
  extends Pick<
    PortfolioRow,
    | 'entityRef'
    | 'name'
    | 'title'
    | 'owner'
    | 'system'
    | 'orchestrator'
    | 'answers'
    | 'decidedBy'
    | 'overrideReason'
    | 'decidedOn'
  > {
  before: EntityVerdict;
  after: EntityVerdict;
  /** What the guidances say differently about the pipeline's answers; may be empty where a verdict is `unknown`. */
  differences: GuidanceDifference[];
}

/**
 * The answer of `POST /what-if`. Layers that cannot be served are answered by 400; the
 * error then carries `problems`, a list of {@link GuidanceWarning} whose `file` is
 * `layers.0`, `layers.1`, … and, where the layer was given as text, line and column.
 */
export interface WhatIfResult {
  /** Pipelines that were looked at: the filter's rows. */
  total: number;
  /** Pipelines that would change. */
  totalItems: number;
  /** By title. */
  items: WhatIfRow[];
  /** Of all pipelines looked at, by verdict, today and then. */
  verdicts: Record<'before' | 'after', Record<Verdict, number>>;
  /** How many pipelines would go from one verdict and choice to another; most first. */
  transitions: {
    before: Pick<EntityVerdict, 'verdict' | 'wouldChoose'>;
    after: Pick<EntityVerdict, 'verdict' | 'wouldChoose'>;
    count: number;
  }[];
  /** What lint has to say about the changed guidance that it does not say about today's. */
  warnings: GuidanceWarning[];
}

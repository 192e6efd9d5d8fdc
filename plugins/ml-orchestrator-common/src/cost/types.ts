import type { PriceComponent } from '../guidance/types';
import type { Workload } from './workload';

/** One price, and what the workload pays by it in a month. */
export interface CostLine {
  /** Price id. */
  price: string;
  title: string;
  component: PriceComponent;
  /** Counted in a month. */
  quantity: number;
  /** The part of the quantity that each run adds. */
  perRun: number;
  /** Of these, free each month. */
  free: number;
  /** `usd` pays for so many. */
  per: number;
  /** US dollars; absent when the price is unknown. */
  usd?: number;
  /** `max(0, quantity − free) ÷ per × usd`, not rounded; absent when the price is unknown. */
  cost?: number;
  /** The region that the price is known for, or `any`. */
  region: string;
  /** The price is of another region than was asked for, because that one is not known. */
  otherRegion: boolean;
  /** Source id. */
  source?: string;
}

/** One way of paying for an orchestrator. */
export interface OfferEstimate {
  orchestrator: string;
  offer: string;
  lines: CostLine[];
  /** US dollars a month, not rounded; absent when something in it is unknown. */
  usd?: number;
  /** Titles of prices that are unknown; never guessed. */
  unknown: string[];
  /** Titles of prices that belong to the offer but depend on more than the workload says. */
  notCounted: string[];
}

/** A number of runs a month at which two offers change places. */
export interface BreakEven {
  /** Runs a month, exact and so rarely whole. */
  runs: number;
  /** What both cost there, in US dollars a month. */
  usd: number;
  /** The two offers, as positions in `offers`. */
  between: [number, number];
  /** The cheaper one below; absent where both cost the same. */
  below?: number;
  /** The cheaper one above; absent where both cost the same. */
  above?: number;
}

/** What a workload costs a month with each orchestrator, its jobs not included. */
export interface CostEstimate {
  workload: Workload;
  /** In the order of the guidance. */
  offers: OfferEstimate[];
  breakEvens: BreakEven[];
}

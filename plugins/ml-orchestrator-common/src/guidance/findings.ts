/** What `lintGuidance` can find. */
export type GuidanceLintCode =
  | 'dangling-id'
  | 'duplicate-id'
  | 'ask-when-not-earlier'
  | 'unrecommendable-orchestrator'
  | 'question-never-matters'
  | 'option-without-evidence'
  | 'criterion-without-value'
  | 'value-without-source'
  | 'scenario-mismatch'
  | 'nothing-to-remove'
  | 'price-without-date';

/** `error`: the guidance contradicts itself and must not be served. `warning`: it works, but should be better. */
export type GuidanceSeverity = 'error' | 'warning';

/** Something wrong with the meaning of a guidance, and where in it. */
export interface GuidanceFinding {
  severity: GuidanceSeverity;
  code: GuidanceLintCode;
  /** Keys and list positions from the top of the guidance to the offending value. */
  path: (string | number)[];
  /** What is wrong, naming the ids. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/**
 * Something wrong with the guidance that a backend loaded, as the HTTP API
 * reports it. With severity `error` the configured guidance was refused and
 * other guidance (the last good one, or the default) is served in its place.
 */
export interface GuidanceWarning {
  severity: GuidanceSeverity;
  /** `unreadable`: a layer could not be read. `syntax`: not YAML. `schema`: wrong shape or type. `config`: the configuration itself. */
  code: GuidanceLintCode | 'unreadable' | 'syntax' | 'schema' | 'config';
  message: string;
  hint: string;
  /** Path or address of the file. */
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1. */
  column?: number;
}

/** One source that the served guidance was made from. */
export interface GuidanceLayer {
  /** Path or address as configured; `default` for the guidance that comes with the plugin. */
  location: string;
  status: 'loaded' | 'failed';
  /** When it was last read, as an ISO timestamp; absent if it never was. */
  loadedAt?: string;
}

/** How the last reading of the layers went. */
export interface GuidanceRefresh {
  /** When it ended, as an ISO timestamp. */
  at: string;
  /** `refused`: errors kept what was read from being served. */
  outcome: 'changed' | 'unchanged' | 'refused';
  /** About when the next one is due, as an ISO timestamp; absent when it follows no fixed interval. */
  nextAt?: string;
}

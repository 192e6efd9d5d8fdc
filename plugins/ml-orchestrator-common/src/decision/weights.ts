import type { Effect } from '../guidance/types';

/** What each effect adds to an orchestrator's score; `rules-out` excludes instead of scoring. */
export const EFFECT_WEIGHTS: Readonly<Record<Effect, number>> = {
  'strongly-for': 3,
  for: 1,
  against: -1,
  'strongly-against': -3,
  'rules-out': 0,
};

/** A margin of this many points or fewer is a close call. */
export const CLOSE_CALL_MARGIN = 1;

import type { GuidanceFinding } from './findings';
import {
  lintCriteria,
  lintOptionsWithoutEvidence,
  lintPrices,
} from './lint/content';
import {
  lintPointlessQuestions,
  lintScenarios,
  lintUnrecommendable,
} from './lint/decisions';
import {
  lintAskWhenOrder,
  lintDanglingIds,
  lintDuplicateIds,
} from './lint/identifiers';
import type { Guidance } from './types';

/**
 * Checks what a schema cannot: whether the guidance fits together. Errors come
 * first. The decision is only tried out when the ids are in order, since what
 * it would say about broken ids means nothing.
 */
export function lintGuidance(guidance: Guidance): GuidanceFinding[] {
  const identifiers = [
    ...lintDuplicateIds(guidance),
    ...lintDanglingIds(guidance),
    ...lintAskWhenOrder(guidance),
  ];
  const decisions = identifiers.length
    ? []
    : [
        ...lintScenarios(guidance),
        ...lintUnrecommendable(guidance),
        ...lintPointlessQuestions(guidance),
      ];
  return [
    ...identifiers,
    ...decisions,
    ...lintOptionsWithoutEvidence(guidance),
    ...lintCriteria(guidance),
    ...lintPrices(guidance),
  ];
}

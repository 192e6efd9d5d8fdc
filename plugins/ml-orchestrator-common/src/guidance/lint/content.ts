import type { GuidanceFinding } from '../findings';
import type { Guidance } from '../types';

/** Options that say nothing about any orchestrator. */
export function lintOptionsWithoutEvidence(
  guidance: Guidance,
): GuidanceFinding[] {
  return guidance.questions.flatMap((question, q) =>
    question.options.flatMap((option, o): GuidanceFinding[] => {
      // An option that only leads on to another question earns its place there.
      const leadsOn = guidance.questions.some(
        ({ askWhen }) =>
          askWhen?.question === question.id &&
          askWhen.options.includes(option.id),
      );
      return Object.keys(option.evidence).length > 0 || leadsOn
        ? []
        : [
            {
              severity: 'warning',
              code: 'option-without-evidence',
              path: ['questions', q, 'options', o],
              message: `option "${option.id}" of question "${question.id}" has no evidence`,
              hint: 'Say what choosing it means for at least one orchestrator.',
            },
          ];
    }),
  );
}

/** Empty cells of the comparison, and cells that nobody can check. */
export function lintCriteria(guidance: Guidance): GuidanceFinding[] {
  return guidance.criteria.flatMap((criterion, c) => [
    ...guidance.orchestrators
      .filter(({ id }) => !Object.hasOwn(criterion.values, id))
      .map(
        ({ id }): GuidanceFinding => ({
          severity: 'warning',
          code: 'criterion-without-value',
          path: ['criteria', c, 'values'],
          message: `criterion "${criterion.id}" has no value for orchestrator "${id}"`,
          hint: `Add values.${id} to it.`,
        }),
      ),
    ...Object.entries(criterion.values)
      .filter(([, value]) => value.sources.length === 0 && value.verified)
      .map(
        ([id]): GuidanceFinding => ({
          severity: 'warning',
          code: 'value-without-source',
          path: ['criteria', c, 'values', id],
          message: `the value of criterion "${criterion.id}" for "${id}" has no source`,
          hint: 'Name a source, or mark the value with "verified: false".',
        }),
      ),
  ]);
}

/** Prices of which nobody knows when they were true: the date is that of the source. */
export function lintPrices(guidance: Guidance): GuidanceFinding[] {
  return guidance.prices.flatMap((price, i): GuidanceFinding[] =>
    price.source === undefined
      ? [
          {
            severity: 'warning',
            code: 'price-without-date',
            path: ['prices', i],
            message: `price "${price.id}" has no source, and so no date`,
            hint: 'Name a source: its asOf is the date of the price.',
          },
        ]
      : [],
  );
}

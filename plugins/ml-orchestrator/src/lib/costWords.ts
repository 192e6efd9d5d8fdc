import type {
  BreakEven,
  CostEstimate,
  CostLine,
  Guidance,
  OfferEstimate,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import { exactDollars, inDollars, inNumbers } from './money';
import { orchestratorShortTitle } from './words';

/** An offer with its orchestrator, such as `Step Functions: Standard workflow`. */
export function offerTitle(
  t: Translate,
  guidance: Guidance,
  { orchestrator, offer }: OfferEstimate,
): string {
  return t('cost.offer', {
    orchestrator: orchestratorShortTitle(guidance, orchestrator),
    offer,
  });
}

/** What is paid for, in words: `800 state transitions`. */
export function quantityInWords(
  t: Translate,
  { component, quantity }: CostLine,
  language: string,
): string {
  return t(`cost.component.${component}`, {
    quantity: inNumbers(quantity, language),
  });
}

/** How a line is reckoned: `(20,000 − 4,000 free) ÷ 1,000 × $0.025 = $0.40`. */
export function formulaOf(
  t: Translate,
  { quantity, free, per, usd, cost }: CostLine,
  language: string,
): string {
  if (usd === undefined || cost === undefined) {
    return t('cost.unknownPrice');
  }
  const number = (value: number) => inNumbers(value, language);
  const paid =
    free > 0
      ? t('cost.formula.free', {
          quantity: number(quantity),
          free: number(free),
        })
      : number(quantity);
  const unit = per === 1 ? '' : ` ÷ ${number(per)}`;
  return `${paid}${unit} × ${exactDollars(usd, language)} = ${inDollars(
    cost,
    language,
  )}`;
}

/** What happens at a break-even, in one sentence. */
export function breakEvenInWords(
  t: Translate,
  guidance: Guidance,
  { offers }: CostEstimate,
  { runs, between, below, above }: BreakEven,
  language: string,
): string {
  const name = (i: number) => offerTitle(t, guidance, offers[i]);
  const words = {
    // Nobody runs a part of a run.
    runs: inNumbers(Math.round(runs), language),
    one: name(between[0]),
    other: name(between[1]),
  };
  if (below === undefined && above !== undefined) {
    return t('cost.breakEven.sameBelow', { ...words, cheaper: name(above) });
  }
  if (above === undefined && below !== undefined) {
    return t('cost.breakEven.sameAbove', { ...words, cheaper: name(below) });
  }
  return t('cost.breakEven.crosses', {
    runs: words.runs,
    below: name(below ?? between[0]),
    above: name(above ?? between[1]),
  });
}

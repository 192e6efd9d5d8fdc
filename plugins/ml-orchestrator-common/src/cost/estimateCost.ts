import type { Guidance, Price, PriceComponent } from '../guidance/types';
import { findBreakEvens } from './breakEvens';
import { quantityOf } from './quantities';
import type { CostEstimate, CostLine, OfferEstimate } from './types';
import type { Workload } from './workload';

/** What the orchestration of a workload costs a month, by the prices of the guidance. */
export function estimateCost(
  guidance: Guidance,
  workload: Workload,
): CostEstimate {
  const offers = guidance.orchestrators.flatMap(({ id }) => {
    const prices = guidance.prices.filter(p => p.orchestrator === id);
    const names = new Set(prices.map(offerOf));
    return [...names].map(offer =>
      estimateOffer(
        id,
        offer,
        prices.filter(price => offerOf(price) === offer),
        workload,
      ),
    );
  });
  return { workload, offers, breakEvens: findBreakEvens(offers, workload) };
}

function offerOf({ offer, title }: Price): string {
  return offer ?? title;
}

function estimateOffer(
  orchestrator: string,
  offer: string,
  prices: Price[],
  workload: Workload,
): OfferEstimate {
  const counted = prices.filter(
    (price): price is Price & { component: PriceComponent } =>
      price.component !== undefined,
  );
  const components = [...new Set(counted.map(price => price.component))];
  const lines = components.flatMap(component => {
    const choices = counted.filter(price => price.component === component);
    const line = lineFor(component, choices, workload);
    return line ? [line] : [];
  });
  const others = [
    ...new Set(
      prices
        .filter(price => !price.component && isOfClass(price, workload))
        .map(price => price.title),
    ),
  ];
  const unknown = [
    ...lines.filter(line => line.cost === undefined).map(line => line.title),
    // An offer of which nothing can be counted is unknown as a whole.
    ...(counted.length === 0 ? others : []),
  ];
  return {
    orchestrator,
    offer,
    lines,
    ...(unknown.length === 0
      ? { usd: lines.reduce((sum, { cost = 0 }) => sum + cost, 0) }
      : {}),
    unknown,
    notCounted: counted.length === 0 ? [] : others,
  };
}

/** The line of a component; none when the workload takes nothing of it. */
function lineFor(
  component: PriceComponent,
  prices: Price[],
  workload: Workload,
): CostLine | undefined {
  const { fixed, perRun } = quantityOf(component, workload);
  const quantity = fixed + perRun * workload.runsPerMonth;
  if (fixed + perRun === 0) {
    return undefined;
  }
  const price = choosePrice(prices, workload);
  const { free = 0, per = 1, usd } = price ?? {};
  const known = typeof usd === 'number';
  return {
    price: price?.id ?? prices[0].id,
    title: price?.title ?? `${prices[0].title}, ${workload.environmentClass}`,
    component,
    quantity,
    perRun,
    free,
    per,
    ...(known ? { usd, cost: (Math.max(0, quantity - free) / per) * usd } : {}),
    region: price?.region ?? workload.region,
    otherRegion:
      known && price?.region !== 'any' && price?.region !== workload.region,
    ...(price?.source ? { source: price.source } : {}),
  };
}

/**
 * The price to take: of the class of environment asked for, and of the region asked for;
 * else one that holds everywhere; else a known one of another region, which the line says.
 */
function choosePrice(prices: Price[], workload: Workload): Price | undefined {
  const { region } = workload;
  const ofClass = prices.filter(price => isOfClass(price, workload));
  const known = ofClass.filter(price => price.usd !== null);
  return (
    known.find(price => price.region === region) ??
    known.find(price => price.region === 'any') ??
    known[0] ??
    ofClass.find(price => price.region === region) ??
    ofClass[0]
  );
}

function isOfClass(price: Price, { environmentClass }: Workload): boolean {
  return (
    price.environmentClass === undefined ||
    price.environmentClass === environmentClass
  );
}

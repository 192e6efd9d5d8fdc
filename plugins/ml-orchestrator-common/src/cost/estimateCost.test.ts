import fc from 'fast-check';
import { smallGuidance } from '../__testUtils__/smallGuidance';
import type { Guidance, Price } from '../guidance/types';
import { costAt } from './breakEvens';
import { estimateCost } from './estimateCost';
import { workloadSchema } from './workloadSchema';

const [pipelines, functions, airflow] = smallGuidance.orchestrators.map(
  o => o.id,
);
const price = (id: string, more: Partial<Price>): Price => ({
  id,
  orchestrator: functions,
  title: id,
  region: 'us-east-1',
  usd: 1,
  unit: 'thing',
  ...more,
});
const PRICES: Price[] = [
  price('nothing', {
    orchestrator: pipelines,
    region: 'any',
    usd: 0,
    component: 'run',
  }),
  price('transitions', {
    component: 'step-transition',
    per: 1000,
    free: 4000,
    usd: 0.025,
  }),
  price('hour', {
    orchestrator: airflow,
    offer: 'environment',
    component: 'environment-hour',
    environmentClass: 'mw1.small',
    region: 'ap-northeast-1',
    usd: 0.49,
  }),
  price('hour-medium', {
    orchestrator: airflow,
    offer: 'environment',
    component: 'environment-hour',
    environmentClass: 'mw1.medium',
    region: 'any',
    usd: null,
  }),
  price('worker', {
    orchestrator: airflow,
    offer: 'environment',
    component: 'worker-hour',
    region: 'ap-northeast-1',
    usd: 0.055,
  }),
  price('storage', { orchestrator: airflow, offer: 'environment' }),
  price('task', {
    orchestrator: airflow,
    offer: 'serverless',
    component: 'task-hour',
    region: 'ap-northeast-1',
    usd: 0.104,
  }),
];
const guidance: Guidance = { ...smallGuidance, prices: PRICES };
const estimate = (workload: object, prices = PRICES) =>
  estimateCost({ ...guidance, prices }, workloadSchema.parse(workload));
const offer = (workload: object, name: string) =>
  estimate(workload).offers.find(o => o.offer === name)!;

describe('estimateCost', () => {
  it('counts transitions, retries included, beyond the free ones', () => {
    const { usd, lines } = offer(
      { runsPerMonth: 1000, stepsPerRun: 18, retriesPerRun: 2 },
      'transitions',
    );
    expect(lines[0].quantity).toBe(20_000);
    expect(usd).toBeCloseTo(0.4, 10);
    expect(offer({ runsPerMonth: 100 }, 'transitions').usd).toBe(0);
  });

  it('pays an environment for the whole month, whatever runs', () => {
    expect(offer({ runsPerMonth: 0 }, 'environment').usd).toBeCloseTo(
      357.7,
      10,
    );
  });

  it('adds workers for what is beyond one worker', () => {
    const { lines, usd } = offer(
      {
        runsPerMonth: 10,
        stepsPerRun: 12,
        stepMinutes: 60,
        concurrency: 12,
        stepsPerWorker: 5,
      },
      'environment',
    );
    // Two more workers, for the ten hours in which all twelve steps work.
    expect(lines.find(l => l.price === 'worker')?.quantity).toBe(20);
    expect(usd).toBeCloseTo(357.7 + 20 * 0.055, 10);
  });

  it('pays at least a minute for each task', () => {
    expect(
      offer({ runsPerMonth: 60, stepsPerRun: 1, stepMinutes: 0 }, 'serverless')
        .usd,
    ).toBeCloseTo(0.104, 10);
  });

  it('says when a price is of another region, and never hides it', () => {
    const asked = (region: string) => offer({ region }, 'serverless').lines[0];
    expect(asked('us-east-1')).toMatchObject({
      region: 'ap-northeast-1',
      otherRegion: true,
    });
    expect(asked('ap-northeast-1').otherRegion).toBe(false);
  });

  it('says what is unknown instead of guessing it', () => {
    const medium = offer({ environmentClass: 'mw1.medium' }, 'environment');
    expect(medium.usd).toBeUndefined();
    expect(medium.unknown).toEqual(['hour-medium']);
    const huge = offer({ environmentClass: 'mw1.huge' }, 'environment');
    expect(huge.usd).toBeUndefined();
    expect(huge.unknown).toEqual(['hour, mw1.huge']);
  });

  it('names what it cannot count', () => {
    expect(offer({}, 'environment').notCounted).toEqual(['storage']);
    const [express] = estimate({}, [price('express', { usd: null })]).offers;
    expect(express).toMatchObject({ unknown: ['express'], notCounted: [] });
    expect(express.usd).toBeUndefined();
  });

  it('finds where offers change places', () => {
    const { offers, breakEvens } = estimate({ stepsPerRun: 10 });
    const found = breakEvens.map(({ between, below, above, runs }) => [
      between.map(i => offers[i].offer).join(' / '),
      below === undefined ? 'same' : offers[below].offer,
      above === undefined ? 'same' : offers[above].offer,
      Math.round(runs),
    ]);
    expect(found).toEqual([
      ['nothing / transitions', 'same', 'nothing', 400],
      ['environment / serverless', 'serverless', 'environment', 1376],
    ]);
  });

  it('never gets cheaper with more runs, and changes places nowhere else', () => {
    const workloads = fc.record({
      runsPerMonth: fc.integer({ min: 0, max: 1_000_000 }),
      stepsPerRun: fc.integer({ min: 1, max: 1000 }),
      retriesPerRun: fc.integer({ min: 0, max: 20 }),
      stepMinutes: fc.integer({ min: 0, max: 600 }),
      concurrency: fc.integer({ min: 1, max: 50 }),
    });
    const points = fc.array(fc.integer({ min: 0, max: 1_000_000 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(workloads, points, (workload, runs) => {
        const { offers, breakEvens } = estimate(workload);
        const sorted = [...runs].sort((a, b) => a - b);
        const cost = (i: number, at: number) =>
          costAt(offers[i], workload.runsPerMonth, at);
        offers.forEach((o, i) => {
          expect(cost(i, workload.runsPerMonth)).toBeCloseTo(o.usd!, 5);
          sorted.slice(1).forEach((at, k) => {
            expect(cost(i, at)).toBeGreaterThanOrEqual(
              cost(i, sorted[k]) - 1e-6,
            );
          });
        });
        offers.forEach((_, i) =>
          offers.slice(i + 1).forEach((__, offset) => {
            const j = i + 1 + offset;
            const order = (at: number) => {
              const gap = cost(i, at) - cost(j, at);
              return Math.abs(gap) < 1e-4 ? 0 : Math.sign(gap);
            };
            sorted.slice(1).forEach((to, k) => {
              const from = sorted[k];
              const crossed = breakEvens.some(
                b =>
                  b.between[0] === i &&
                  b.between[1] === j &&
                  b.runs >= from &&
                  b.runs <= to,
              );
              expect(crossed || order(from) * order(to) >= 0).toBe(true);
            });
          }),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('workloadSchema', () => {
  it.each([
    ['runsPerMonth', -1, 'whole number from 0 to 1000000'],
    ['stepsPerRun', 1.5, 'whole number from 1 to 1000'],
    ['region', 'Frankfurt', 'must look like us-east-1'],
    ['runs', 3, 'runs'],
  ])('refuses %s: %s', (field, value, message) => {
    const { error } = workloadSchema.safeParse({ [field]: value });
    expect(JSON.stringify(error?.issues)).toContain(message);
  });
});

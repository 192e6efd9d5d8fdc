import { parseStarterSpec } from '../starters';
import { decisions } from './starters';
import { specName, starterSpecs } from './starterSpecs';

const starters = Object.keys(decisions);

describe('starterSpecs', () => {
  const specs = starterSpecs(starters);

  it('takes each source and each framework with each starter, in few repositories', () => {
    const taken = (option: 'framework' | 'source') =>
      starters.map(
        starter =>
          new Set(
            specs
              .filter(({ decision }) => decision.orchestrator === starter)
              .map(({ options }) => options[option]),
          ).size,
      );
    expect(taken('framework')).toEqual([3, 3, 3]);
    expect(taken('source')[0]).toBe(4);
    expect(specs.length).toBeLessThanOrEqual(14);
  });

  it('extracts with the oldest Airflow too, where a trigger that fails ends otherwise', () => {
    const sources = specs
      .filter(({ options }) => options.airflowVersion === '3.0.6')
      .map(({ options }) => options.source);
    expect(sources).toEqual(
      expect.arrayContaining([expect.stringMatching(/athena|glue|emr/)]),
    );
  });

  it.each([false, true])(
    'asks for nothing that would be refused, all: %p',
    all => {
      for (const spec of starterSpecs(starters, { all })) {
        expect(() => parseStarterSpec(spec)).not.toThrow();
      }
    },
  );

  it('has a name for each', () => {
    expect(new Set(specs.map(specName)).size).toBe(specs.length);
  });
});

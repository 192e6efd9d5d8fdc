import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { OFFERS_EVERYTHING } from '../../__testUtils__/starters';
import { exclusionOf, exclusionProblems } from './exclusions';
import { impliedOptions } from './impliedOptions';
import { offerProblems, type Offers } from './offers';
import { optionTable } from './optionTable';

const BECAUSE =
  'the data comes from a query, so no file that arrives can start a run';

describe('exclusionProblems', () => {
  it('names the later choice, and says what it does not go with', () => {
    expect(
      exclusionProblems({ source: 'athena', trigger: 'data-arrival' }),
    ).toEqual([
      {
        option: 'trigger',
        message: `data-arrival does not go with the source athena: ${BECAUSE}`,
      },
    ]);
  });

  it('keeps segments from being served, where the last approved would serve for all', () => {
    expect(
      exclusionProblems({ serving: 'endpoint', segments: 'on' }),
    ).toMatchObject([{ option: 'segments' }]);
    expect(exclusionProblems({ serving: 'none', segments: 'on' })).toEqual([]);
  });

  it('keeps a query from feeding several segments, and the legacy SDK to files that are read as they are', () => {
    const withSource = (source: string) =>
      exclusionProblems({ source, segments: 'on', dataScienceSdk: 'on' }).map(
        ({ option }) => option,
      );
    expect(withSource('s3')).toEqual([]);
    expect(withSource('glue')).toEqual(['dataScienceSdk']);
    expect(withSource('athena')).toEqual(['segments', 'dataScienceSdk']);
  });

  it.each([
    { source: 'snowflake', trigger: 'schedule' },
    { source: 's3', trigger: 'data-arrival' },
    { source: 'glue', trigger: 'data-arrival' },
    { trigger: 'data-arrival' },
    { metricThreshold: 0.8, environments: [] },
  ])('has nothing against %p', chosen => {
    expect(exclusionProblems(chosen)).toEqual([]);
  });
});

it('only what is there excludes, and only what is asked before, and no default', () => {
  const names = [...optionTable.keys()];
  for (const [name, option] of optionTable) {
    if (option.kind !== 'choice') {
      continue;
    }
    for (const { value, by } of option.excluded ?? []) {
      expect(option.values).toHaveProperty([value]);
      expect(value).not.toBe(option.default);
      expect(names.indexOf(by.option)).toBeLessThan(names.indexOf(name));
      for (const other of by.values) {
        expect(optionTable.get(by.option)).toHaveProperty(['values', other]);
        expect(exclusionOf(name, value, { [by.option]: other })).toBeDefined();
      }
    }
  }
});

it('a starter that only offers a warehouse refuses to wait for files, though nobody chose the warehouse', () => {
  const offers: Offers = {
    ...OFFERS_EVERYTHING,
    offers: { ...OFFERS_EVERYTHING.offers, source: ['snowflake'] },
  };
  expect(
    offerProblems(
      { region: 'us-east-1', trigger: 'data-arrival' },
      'mine',
      offers,
    ),
  ).toEqual([
    {
      option: 'trigger',
      message: `data-arrival does not go with the source snowflake: ${BECAUSE}`,
    },
  ]);
});

describe('impliedOptions', () => {
  const answers = { policy: 'none', steps: 'beyond-aws', start: 'event' };
  let guidance: Guidance;
  beforeAll(async () => {
    guidance = await loadDefaultGuidance();
  });
  const implied = (offers: Record<string, true | string[]>) =>
    impliedOptions(guidance, answers, { ...OFFERS_EVERYTHING, offers }).map(
      ({ option, value }) => `${option}: ${value}`,
    );

  it('suggests nothing that does not go with an earlier suggestion', () => {
    expect(implied({ trigger: true })).toEqual(['trigger: data-arrival']);
    expect(implied({ source: true, trigger: true })).toEqual([
      'source: snowflake',
    ]);
  });

  it('suggests nothing that does not go with all that is offered', () => {
    expect(implied({ source: ['athena'], trigger: true })).toEqual([]);
    expect(implied({ source: ['s3', 'athena'], trigger: true })).toEqual([
      'trigger: data-arrival',
    ]);
  });
});

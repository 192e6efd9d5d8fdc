import { DEFAULT_WORKLOAD } from 'backstage-plugin-ml-orchestrator-common';
import { formQuery, parseForm, readForm } from './workloadForm';

const form = (query: string) => readForm(new URLSearchParams(query));

describe('the form of the workload', () => {
  it('starts with the defaults, and keeps them out of the address', () => {
    expect(parseForm(form(''))).toEqual({ workload: DEFAULT_WORKLOAD });
    expect(formQuery(form(''))).toBe('');
  });

  it('survives the way through the address', () => {
    const filled = form('runsPerMonth=12&region=eu-west-1');
    expect(form(formQuery(filled))).toEqual(filled);
    expect(parseForm(filled)).toEqual({
      workload: {
        ...DEFAULT_WORKLOAD,
        runsPerMonth: 12,
        region: 'eu-west-1',
      },
    });
  });

  it('names the fields that are wrong, an empty one too', () => {
    expect(
      parseForm({ ...form('stepsPerRun=none&region=moon'), concurrency: '' }),
    ).toEqual({ wrong: ['stepsPerRun', 'concurrency', 'region'] });
  });
});

import { fullSpec, minimalSpec } from '../__testUtils__/starters';
import { parseStarterSpec } from './spec';

describe('parseStarterSpec', () => {
  it('accepts full and minimal specs', () => {
    expect(parseStarterSpec(fullSpec())).toEqual(fullSpec());
    expect(parseStarterSpec(minimalSpec())).toEqual(minimalSpec());
  });

  it('takes empty text for absent', () => {
    const blank = {
      system: '',
      schedule: '',
      notificationEmail: '',
      repoSlug: '',
      ci: '',
      trigger: '',
    };
    expect(parseStarterSpec({ ...minimalSpec(), ...blank })).toEqual(
      minimalSpec(),
    );
  });

  it('reads frozen records without a prototype, as the scaffolder passes them', () => {
    const bare = (o: object) =>
      Object.freeze(Object.assign(Object.create(null), o));
    const { decision, ...rest } = fullSpec();
    const input = bare({
      ...rest,
      decision: bare({ ...decision, answers: bare(decision.answers) }),
    });
    expect(parseStarterSpec(input)).toEqual(fullSpec());
  });

  it.each([
    ['name', 'has spaces'],
    ['name', 'Capitals'],
    ['name', '../escape'],
    ['name', 'x'.repeat(300)],
    ['name', 'double--dash'],
    ['name', 'dash-'],
    ['name', 'line\n'],
    ['owner', 'group default'],
    ['system', 'a/b/c'],
    ['description', 'x'.repeat(501)],
    ['description', 'half a pair \ud83d'],
    ['description', 'bell \u0007'],
    ['region', 'mars-north-1'],
    ['metricThreshold', 0.4],
    ['metricThreshold', 1.1],
    ['metricThreshold', 'high'],
    ['schedule', 'every day'],
    ['schedule', '61 * * * *'],
    ['schedule', '0 6 31-1 * *'],
    ['schedule', '*/0 * * * *'],
    ['schedule', '0 6 1 * 1'],
    ['schedule', '0 6 1 * *\n'],
    ['notificationEmail', 'nobody'],
    ['repoSlug', 'no-slash'],
    ['repoSlug', 'a/..'],
    ['repoSlug', 'group/sub/project'],
    ['ci', 'jenkins'],
    ['trigger', 'full-moon'],
    ['unknown', 'field'],
  ])('names the field %s for %p', (field, value) => {
    const act = () => parseStarterSpec({ ...fullSpec(), [field]: value });
    expect(act).toThrow(
      field === 'unknown' ? /unknown/ : new RegExp(`^${field}: `),
    );
  });

  it('knows groups within groups on GitLab', () => {
    const spec = fullSpec({
      ci: 'gitlab',
      repoSlug: 'group/sub_group/project',
    });
    expect(parseStarterSpec(spec)).toEqual(spec);
    expect(() =>
      parseStarterSpec({ ...spec, repoSlug: 'group/../project' }),
    ).toThrow('repoSlug: must look like owner/repository');
  });

  it('has a schedule where runs are scheduled, and only there', () => {
    const schedule = '0 6 1 * *';
    const parse = (fields: object) => () =>
      parseStarterSpec({ ...minimalSpec(), ...fields });
    expect(parse({ trigger: 'schedule', schedule })).not.toThrow();
    expect(parse({ trigger: 'data-arrival' })).not.toThrow();
    expect(parse({ trigger: 'schedule' })).toThrow(
      'schedule: is needed when the trigger is schedule',
    );
    expect(parse({ trigger: 'data-arrival', schedule })).toThrow(
      'schedule: must be left out when the trigger is data-arrival',
    );
  });

  it('names all fields that are wrong', () => {
    expect(() =>
      parseStarterSpec({ ...fullSpec(), name: 'X', region: 'y' }),
    ).toThrow(/name: .*; region: /);
  });

  it('names missing fields', () => {
    expect(() => parseStarterSpec({ name: 'churn-training' })).toThrow(
      /owner: .*decision: /,
    );
  });
});

import { fullSpec, minimalSpec } from '../__testUtils__/starters';
import { parseStarterSpec } from './spec';

describe('parseStarterSpec', () => {
  it('accepts full and minimal specs', () => {
    expect(parseStarterSpec(fullSpec())).toEqual(fullSpec());
    expect(parseStarterSpec(minimalSpec())).toEqual(minimalSpec());
  });

  it('takes empty text for absent', () => {
    const blank = { system: '', repoSlug: '', ci: '' };
    const blankOptions = {
      trigger: '',
      schedule: '',
      notificationEmail: '',
      monthlyBudget: null,
    };
    const { options, ...rest } = minimalSpec();
    expect(
      parseStarterSpec({
        ...rest,
        ...blank,
        options: { ...options, ...blankOptions },
      }),
    ).toEqual(minimalSpec());
  });

  it('reads frozen records without a prototype, as the scaffolder passes them', () => {
    const bare = (o: object) =>
      Object.freeze(Object.assign(Object.create(null), o));
    const { decision, options, ...rest } = fullSpec();
    const input = bare({
      ...rest,
      decision: bare({ ...decision, answers: bare(decision.answers) }),
      options: bare(options),
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
    ['repoSlug', 'no-slash'],
    ['repoSlug', 'a/..'],
    ['repoSlug', 'group/sub/project'],
    ['ci', 'jenkins'],
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

  it('names all fields that are wrong', () => {
    expect(() =>
      parseStarterSpec({ ...fullSpec(), name: 'X', options: { region: 'y' } }),
    ).toThrow(/name: .*; options\.region: /);
  });

  it('names missing fields', () => {
    expect(() => parseStarterSpec({ name: 'churn-training' })).toThrow(
      /owner: .*decision: /,
    );
  });
});

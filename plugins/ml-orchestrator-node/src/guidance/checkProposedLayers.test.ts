import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { checkProposedLayers } from './checkProposedLayers';
import { loadDefaultGuidance } from './defaultGuidance';

let today: Guidance;
beforeAll(async () => {
  today = await loadDefaultGuidance();
});

const HOLD = 'orchestrators:\n  - id: airflow-mwaa\n    ring: hold\n';

describe('checkProposedLayers', () => {
  it('changes nothing by nothing', () => {
    const report = checkProposedLayers(today, []);
    expect(report.guidance).toEqual(today);
    expect(report.problems).toEqual([]);
  });

  it('lays text and contents over each other in order', () => {
    const { guidance } = checkProposedLayers(today, [
      HOLD,
      {
        title: 'Ours',
        orchestrators: [{ id: 'step-functions', ring: 'hold' }],
      },
    ]);
    expect(guidance?.title).toBe('Ours');
    expect(
      guidance?.orchestrators.filter(o => o.ring === 'hold').map(o => o.id),
    ).toEqual(['step-functions', 'airflow-mwaa']);
    expect(today.orchestrators.some(o => o.ring === 'hold')).toBe(false);
  });

  it('tells what is news, such as scenarios that come out otherwise', () => {
    const { problems } = checkProposedLayers(today, [HOLD]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(p => p.severity === 'warning')).toBe(true);
    expect(problems.map(p => p.code)).toContain('scenario-mismatch');
  });

  it.each([
    ['text that is no YAML', 'title: [', 'syntax', 1],
    [
      'text of a wrong shape',
      'title: Ours\norchestrators:\n  - id: airflow-mwaa\n    ring: maybe\n',
      'schema',
      4,
    ],
    [
      'text that names what does not exist',
      'questions:\n  - id: policy\n    options:\n      - id: none\n        evidence:\n          kubeflw: { effect: for, because: It fits. }\n',
      'dangling-id',
      6,
    ],
  ])('says where %s is wrong', (_, text, code, line) => {
    const report = checkProposedLayers(today, [HOLD, text]);
    expect(report.guidance).toBeUndefined();
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code,
        file: 'layers.1',
        line,
      }),
    );
  });

  it('names the field, and no lines, where contents are wrong', () => {
    const { problems } = checkProposedLayers(today, [
      { orchestrators: [{ id: 'airflow-mwaa', ring: 'maybe' }] },
    ]);
    expect(problems).toEqual([
      {
        severity: 'error',
        code: 'schema',
        message: expect.stringContaining('orchestrators.2.ring'),
        hint: expect.any(String),
        file: 'layers.0',
      },
    ]);
  });
});

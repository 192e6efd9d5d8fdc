import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { decision } from '../__testUtils__/starters';
import { checkStarterChoice } from './checkDecision';

let guidance: Guidance;

beforeAll(async () => {
  guidance = await loadDefaultGuidance();
});

describe('checkDecision', () => {
  it('refuses unknown questions, options and orchestrators, by field', () => {
    const check =
      (answers: Record<string, string>, orchestrator = 'step-functions') =>
      () =>
        checkStarterChoice(guidance, { answers, orchestrator });
    expect(check({ nonsense: 'x' })).toThrow(
      'decision.answers.nonsense: unknown question',
    );
    expect(check({ shape: 'x' })).toThrow(
      'decision.answers.shape: unknown option',
    );
    expect(check({}, 'cron')).toThrow(
      'decision.orchestrator: unknown orchestrator "cron"',
    );
  });

  it('refuses an orchestrator without a starter', () => {
    const without: Guidance = {
      ...guidance,
      orchestrators: guidance.orchestrators.map(o => ({
        ...o,
        starter: o.id === 'step-functions' ? undefined : o.starter,
      })),
    };
    expect(() =>
      checkStarterChoice(without, {
        answers: {},
        orchestrator: 'step-functions',
      }),
    ).toThrow(
      'there is no starter for "step-functions"; there is one for: sagemaker-pipelines, airflow-mwaa',
    );
  });

  it('wants a reason for another choice than the recommended one', () => {
    const other = { ...decision, orchestrator: 'airflow-mwaa' };
    expect(() => checkStarterChoice(guidance, other)).toThrow(
      'decision.overrideReason: needed to choose "airflow-mwaa", because the guide recommends "sagemaker-pipelines"',
    );
    expect(() =>
      checkStarterChoice(guidance, { ...other, overrideReason: '  ' }),
    ).toThrow('decision.overrideReason');
    expect(
      checkStarterChoice(guidance, { ...other, overrideReason: 'We know it.' }),
    ).toMatchObject({ overrideReason: 'We know it.' });
  });

  it('drops the reason when the choice is the recommended one', () => {
    expect(
      checkStarterChoice(guidance, { ...decision, overrideReason: 'x' }),
    ).not.toHaveProperty('overrideReason');
  });
});

import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { decision } from '../__testUtils__/starters';
import { checkLink } from './checkLink';

let guidance: Guidance;

beforeAll(async () => {
  guidance = await loadDefaultGuidance();
});

describe('checkLink', () => {
  it('computes the recommendation anew', () => {
    const { orchestrator, decided } = checkLink(guidance, { decision });
    expect(orchestrator.title).toBe('Amazon SageMaker Pipelines');
    expect(decided).toMatchObject({
      answers: decision.answers,
      recommendation: { winner: 'sagemaker-pipelines' },
    });
    expect(decided).not.toHaveProperty('overrideReason');
  });

  it.each([undefined, {}])('takes %p for no answers', answers => {
    const link = checkLink(guidance, {
      decision: { orchestrator: 'step-functions', answers, overrideReason: '' },
      locator: '',
    });
    expect(Object.keys(link)).toEqual(['orchestrator']);
  });

  it('needs no starter, and invents none', () => {
    const orchestrators = guidance.orchestrators.map(o => ({
      ...o,
      starter: undefined,
    }));
    const link = checkLink({ ...guidance, orchestrators }, { decision });
    expect(link.orchestrator).toBe(orchestrators[0]);
  });

  it('links to an orchestrator on hold: that is what it runs on', () => {
    const orchestrators = guidance.orchestrators.map(o => ({
      ...o,
      ring: 'hold' as const,
    }));
    expect(
      checkLink(
        { ...guidance, orchestrators },
        { decision: { orchestrator: 'step-functions' } },
      ).orchestrator.id,
    ).toBe('step-functions');
  });

  it.each([
    [
      'decision.orchestrator: unknown orchestrator "cron"; known are: sagemaker-pipelines, ',
      { decision: { orchestrator: 'cron' } },
    ],
    [
      'decision.orchestrator: must not be empty',
      { decision: { orchestrator: '' } },
    ],
    ['decision: ', {}],
    [
      'decision.answers.shape: unknown option "x"',
      { decision: { ...decision, answers: { shape: 'x' } } },
    ],
    [
      'decision.answers.x: unknown question "x"',
      { decision: { ...decision, answers: { x: 'x' } } },
    ],
    [
      'decision.overrideReason: needed to choose "airflow-mwaa", because the guide recommends "sagemaker-pipelines"',
      { decision: { ...decision, orchestrator: 'airflow-mwaa' } },
    ],
    [
      'decision.overrideReason: says why the recommended orchestrator was not chosen',
      { decision: { orchestrator: 'airflow-mwaa', overrideReason: 'Known' } },
    ],
    [
      'decision.overrideReason: must not contain control characters',
      { decision: { ...decision, overrideReason: '\0' } },
    ],
  ])('refuses, naming the field: %s', (message, input) => {
    expect(() => checkLink(guidance, input)).toThrow(message);
  });
});

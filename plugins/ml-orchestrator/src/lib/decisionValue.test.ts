import { recommend } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import { englishTranslate as t } from '../__testUtils__/translate';
import {
  decisionProblems,
  readDecisionValue,
  sameDecision,
  settleDecision,
} from './decisionValue';
import type { DecisionValue } from './decisionValue';

const answers = { reach: 'sagemaker', loops: 'no' };
const settle = (value: DecisionValue) =>
  settleDecision(
    t,
    guidanceFixture,
    value,
    recommend(guidanceFixture, value.answers),
  );
const problems = (value: DecisionValue) =>
  decisionProblems(
    t,
    guidanceFixture,
    value,
    recommend(guidanceFixture, value.answers),
  );

describe('settleDecision', () => {
  it('waits while questions are open', () => {
    expect(settle({ answers: {} })).toEqual({ answers: {} });
  });

  it('takes the winner, with the decision in words', () => {
    expect(settle({ answers })).toEqual({
      answers,
      orchestrator: 'sagemaker-pipelines',
      summary: [
        'Amazon SageMaker Pipelines, as recommended',
        'Where do the steps of the pipeline run? Only SageMaker jobs',
        'Does the pipeline loop? No loops',
      ],
    });
  });

  it('keeps another choice and its reason', () => {
    const settled = settle({
      answers,
      orchestrator: 'airflow-mwaa',
      overrideReason: 'we know it',
    });
    expect(settled).toMatchObject({
      orchestrator: 'airflow-mwaa',
      overrideReason: 'we know it',
    });
    expect(settled.summary?.[0]).toBe(
      'Amazon MWAA (Apache Airflow), instead of the recommended Amazon SageMaker Pipelines',
    );
  });

  it('drops the reason once the guide agrees', () => {
    expect(
      settle({
        answers,
        orchestrator: 'sagemaker-pipelines',
        overrideReason: 'we know it',
      }),
    ).not.toHaveProperty('overrideReason');
  });

  it('settles once: settling again changes nothing', () => {
    const once = settle({ answers });
    expect(sameDecision(settle(once), once)).toBe(true);
  });
});

describe('decisionProblems', () => {
  it('accepts a settled decision', () => {
    expect(problems(settle({ answers }))).toEqual([]);
  });

  it.each<[string, DecisionValue, RegExp]>([
    ['a missing decision', { answers: {} }, /next one is “Where do the steps/],
    [
      'an unknown question',
      { answers: { weather: 'fine' } },
      /answers\.weather: unknown question/,
    ],
    [
      'an unknown option',
      { answers: { reach: 'moon' } },
      /answers\.reach: unknown option/,
    ],
    [
      'an unknown orchestrator',
      { answers, orchestrator: 'kubeflow', overrideReason: 'x' },
      /unknown orchestrator "kubeflow"; known are: sagemaker-pipelines/,
    ],
    [
      'another choice that is not made yet',
      { answers, overrideReason: '' },
      /Choose which orchestrator/,
    ],
    [
      'another choice without a reason',
      { answers, orchestrator: 'airflow-mwaa', overrideReason: '  ' },
      /Say why/,
    ],
  ])('names %s', (_, value, message) => {
    expect(problems(value)).toEqual([expect.stringMatching(message)]);
  });
});

describe('readDecisionValue', () => {
  it.each([undefined, null, 'text', 7, [], { answers: [] }])(
    'reads %p as nothing decided',
    formData => {
      expect(readDecisionValue(formData)).toEqual({ answers: {} });
    },
  );

  it('keeps only what has the right type', () => {
    expect(
      readDecisionValue({
        answers: { reach: 'aws', loops: 1 },
        orchestrator: 'step-functions',
        overrideReason: {},
        extra: true,
      }),
    ).toEqual({ answers: { reach: 'aws' }, orchestrator: 'step-functions' });
  });
});

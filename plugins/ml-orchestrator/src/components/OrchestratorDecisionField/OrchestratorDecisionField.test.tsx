import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { ReviewState } from '@backstage/plugin-scaffolder-react/alpha';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import type { DecisionValue } from '../../lib/decisionValue';
import { orchestratorDecisionField } from './field';
import { OrchestratorDecisionField } from './OrchestratorDecisionField';
import { decisionFieldSchema } from './schema';
import { validateDecision } from './validateDecision';

const apis = [[mlOrchestratorApiRef, new FixtureApi()]] as const;

const render = (initial?: unknown) => {
  const latest: { value?: DecisionValue } = {};
  const submit = jest.fn(e => e.preventDefault());
  const Harness = () => {
    const [value, setValue] = useState(initial);
    return (
      <form onSubmit={submit}>
        <OrchestratorDecisionField
          schema={{ title: 'Orchestrator' }}
          formData={value}
          onChange={next => {
            latest.value = next;
            setValue(next);
          }}
        />
        <button type="submit">submit</button>
      </form>
    );
  };
  renderInTestApp(<Harness />, { apis: [...apis] });
  return { latest, submit };
};

const answer = async (label: RegExp) => {
  await userEvent.click(await screen.findByRole('radio', { name: label }));
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
};

describe('OrchestratorDecision', () => {
  it('has the name that templates use, and a schema for the field explorer', () => {
    expect(orchestratorDecisionField).toMatchObject({
      name: 'OrchestratorDecision',
    });
    expect(decisionFieldSchema.schema.returnValue).toMatchObject({
      type: 'object',
      required: ['answers'],
    });
  });

  it('asks, and settles on the recommendation', async () => {
    const { latest } = render();
    await answer(/Only SageMaker jobs/);
    await screen.findByRole('heading', { name: 'Does the pipeline loop?' });
    expect(latest.value).not.toHaveProperty('orchestrator');
    await answer(/No loops/);
    await screen.findByRole('heading', {
      name: 'Amazon SageMaker Pipelines fits',
    });
    await waitFor(() =>
      expect(latest.value).toMatchObject({
        answers: { reach: 'sagemaker', loops: 'no' },
        orchestrator: 'sagemaker-pipelines',
      }),
    );
  });

  it('answers with Enter without submitting the form', async () => {
    const { latest, submit } = render();
    const radio = await screen.findByRole('radio', { name: /Only SageMaker/ });
    await userEvent.click(radio);
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('heading', { name: 'Does the pipeline loop?' });
    expect(latest.value?.answers).toEqual({ reach: 'sagemaker' });
    expect(submit).not.toHaveBeenCalled();
  });

  it('opens a prefilled decision', async () => {
    const { latest } = render({
      answers: { reach: 'sagemaker', loops: 'no' },
      orchestrator: 'sagemaker-pipelines',
    });
    await screen.findByRole('heading', {
      name: 'Amazon SageMaker Pipelines fits',
    });
    await waitFor(() => expect(latest.value?.summary).toHaveLength(3));
  });

  it('lets a person use something else, with what speaks against it and a reason', async () => {
    const { latest } = render({
      answers: { reach: 'aws', loops: 'yes', 'airflow-today': 'no' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Use something else' }),
    );
    await userEvent.selectOptions(
      await screen.findByLabelText(/Orchestrator \*/),
      'airflow-mwaa',
    );
    expect(
      await screen.findByText(/What the guidance says against Amazon MWAA/),
    ).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText(/Why/), 'we know it');
    await waitFor(() =>
      expect(latest.value).toMatchObject({
        orchestrator: 'airflow-mwaa',
        overrideReason: 'we know it',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Use the recommendation after all' }),
    );
    await waitFor(() =>
      expect(latest.value).toMatchObject({ orchestrator: 'step-functions' }),
    );
    expect(latest.value).not.toHaveProperty('overrideReason');
  });

  it('reads in words in the review step', async () => {
    const hidden = { 'ui:backstage': { review: { show: false } } };
    const decision = {
      title: 'Orchestrator',
      type: 'object',
      'ui:field': 'OrchestratorDecision',
      properties: {
        answers: { type: 'object', ...hidden },
        orchestrator: { type: 'string', ...hidden },
        overrideReason: { type: 'string', title: 'Reason' },
        summary: {
          type: 'array',
          items: { type: 'string' },
          title: 'Orchestrator',
        },
      },
    };
    const schema = { type: 'object', properties: { decision } };
    renderInTestApp(
      <ReviewState
        schemas={[
          { uiSchema: {}, mergedSchema: schema, schema, title: 'Decide' },
        ]}
        formState={{
          decision: {
            answers: { reach: 'aws' },
            orchestrator: 'step-functions',
            summary: [
              'AWS Step Functions, as recommended',
              'Where? Across AWS',
            ],
          },
        }}
      />,
    );
    expect(
      await screen.findByText('AWS Step Functions, as recommended'),
    ).toBeInTheDocument();
    expect(screen.queryByText('step-functions')).not.toBeInTheDocument();
    expect(screen.queryByText(/Answers/)).not.toBeInTheDocument();
  });
});

describe('validateDecision', () => {
  const validate = async (value: unknown) => {
    const addError = jest.fn();
    await validateDecision(
      value,
      { addError },
      {
        apiHolder: {
          get: ref =>
            [
              ...apis,
              [translationApiRef, mockApis.translation()] as const,
            ].find(([known]) => known.id === ref.id)?.[1] as never,
        },
      },
    );
    return addError.mock.calls.flat();
  };

  it('accepts a decision', async () => {
    await expect(
      validate({
        answers: { reach: 'sagemaker', loops: 'no' },
        orchestrator: 'sagemaker-pipelines',
      }),
    ).resolves.toEqual([]);
  });

  it.each([
    ['nothing', {}, /Answer the questions first/],
    [
      'another choice without a reason',
      {
        answers: { reach: 'sagemaker', loops: 'no' },
        orchestrator: 'airflow-mwaa',
      },
      /Say why/,
    ],
    ['unknown ids', { answers: { weather: 'fine' } }, /unknown question/],
  ])('refuses %s', async (_, value, message) => {
    await expect(validate(value)).resolves.toEqual([
      expect.stringMatching(message),
    ]);
  });
});

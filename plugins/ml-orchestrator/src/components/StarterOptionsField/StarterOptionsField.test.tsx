import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef, type MlOrchestratorApi } from '../../api';
import { starterOptionsField } from './field';
import { OPTIONS_FIELD, optionsFieldSchema } from './schema';
import { StarterOptionsField } from './StarterOptionsField';
import { validateOptions } from './validateOptions';

const acrossAws = {
  answers: { reach: 'aws', loops: 'yes', 'airflow-today': 'no' },
  orchestrator: 'step-functions',
};
const inSageMaker = {
  answers: { reach: 'sagemaker', loops: 'no' },
  orchestrator: 'sagemaker-pipelines',
};

/** The field where it lives: on a page of Backstage's own form. */
const render = (
  formData: Record<string, unknown>,
  api: MlOrchestratorApi = new FixtureApi(),
) => {
  const create = jest.fn();
  const app = renderInTestApp(
    <Stepper
      manifest={{
        title: 'A template',
        steps: [
          {
            title: 'Options',
            schema: {
              type: 'object',
              required: ['options'],
              properties: {
                options: {
                  title: 'Options',
                  type: 'object',
                  'ui:field': OPTIONS_FIELD,
                },
              },
            },
          },
        ],
      }}
      extensions={[
        {
          name: OPTIONS_FIELD,
          component: StarterOptionsField as any,
          validation: validateOptions as any,
        },
      ]}
      initialState={formData as any}
      onCreate={create}
    />,
    { apis: [[mlOrchestratorApiRef, api]] },
  );
  return { ...app, create };
};

const radio = (name: string) => screen.findByRole('radio', { name });
const chooseRegion = async () => {
  await userEvent.click(await screen.findByLabelText(/AWS region/));
  await userEvent.click(
    await screen.findByRole('option', { name: 'Europe (Frankfurt)' }),
  );
};
const click = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('StarterOptions', () => {
  // Backstage's form scrolls to its top, which jsdom cannot.
  beforeAll(() => {
    window.scrollTo = jest.fn();
  });

  it('has the name that templates use, and a schema for the field explorer', () => {
    expect(starterOptionsField).toMatchObject({ name: 'StarterOptions' });
    expect(optionsFieldSchema.schema.returnValue).toMatchObject({
      type: 'object',
    });
  });

  it('asks to decide first', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'starterOptions');
    render({ decision: { answers: {} } }, api);
    expect(
      await screen.findByText(/Decide on an orchestrator first/),
    ).toBeInTheDocument();
    await click('Review');
    expect(
      await screen.findAllByText(/'Options' Decide on an orchestrator first/),
    ).not.toHaveLength(0);
    expect(asked).not.toHaveBeenCalled();
  });

  it('shows what the starter offers, what it does not and why', async () => {
    render({ decision: inSageMaker });
    expect(await radio('A schedule')).toBeInTheDocument();
    expect(
      screen.getByRole('spinbutton', { name: 'Quality gate' }),
    ).toHaveValue(0.8);
    expect(
      screen.queryByRole('radio', { name: 'A file that arrives' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByText(/Not offered by this starter/));
    expect(
      screen.getByText(
        'What starts a run: A file that arrives — it hears of no events.',
      ),
    ).toBeVisible();
  });

  it('starts with what the answers imply, and says so', async () => {
    render({ decision: acrossAws });
    await waitFor(async () =>
      expect(await radio('A file that arrives')).toBeChecked(),
    );
    const implied = screen.getByRole('region', { name: 'From your answers' });
    expect(implied).toHaveTextContent(
      'What starts a run: A file that arrives · ✔ in use',
    );
    expect(implied).toHaveTextContent(
      'You answered “Across AWS services” to “Where do the steps of the pipeline run?”',
    );
    expect(within(implied).queryByRole('button')).not.toBeInTheDocument();
  });

  it('keeps what somebody chose, and offers what the answers imply', async () => {
    render({ decision: acrossAws, options: { trigger: 'by-hand' } });
    expect(await radio('Somebody, by hand')).toBeChecked();
    await click('Use “A file that arrives” for “What starts a run”');
    expect(await radio('A file that arrives')).toBeChecked();
    const implied = screen.getByRole('region', { name: 'From your answers' });
    expect(implied).toHaveTextContent('✔ in use');
    // The button is gone; whoever pressed it is still at its place.
    expect(within(implied).getByRole('listitem')).toHaveFocus();
  });

  it('says which value went when the starter does not offer it', async () => {
    render({
      decision: inSageMaker,
      options: { trigger: 'data-arrival', metricThreshold: 0.9 },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Dropped: “A file that arrives” for “What starts a run”. This starter does not offer it: it hears of no events.',
    );
    await waitFor(async () => expect(await radio('A schedule')).toBeChecked());
    expect(
      screen.getByRole('spinbutton', { name: 'Quality gate' }),
    ).toHaveValue(0.9);
  });

  it('asks for what a choice makes necessary, checks it, and hands over the values', async () => {
    const { create } = render({ decision: acrossAws });
    expect(await radio('A file that arrives')).toBeInTheDocument();
    expect(screen.queryByLabelText(/Schedule/)).not.toBeInTheDocument();
    await userEvent.click(await radio('A schedule'));
    await userEvent.type(await screen.findByLabelText(/Schedule/), 'daily');
    await chooseRegion();
    await click('Review');

    expect(
      await screen.findByText("'Options' Schedule: must have five fields"),
    ).toBeInTheDocument();
    // Beside the options as well, for as long as it is so.
    expect(
      await screen.findByText('must have five fields'),
    ).toBeInTheDocument();
    await userEvent.clear(screen.getByLabelText(/Schedule/));
    await userEvent.type(screen.getByLabelText(/Schedule/), '0 6 1 * *');
    await waitFor(() =>
      expect(
        screen.queryByText('must have five fields'),
      ).not.toBeInTheDocument(),
    );

    await click('Review');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(create).toHaveBeenCalledWith({
      decision: acrossAws,
      options: {
        trigger: 'schedule',
        schedule: '0 6 1 * *',
        metricThreshold: 0.8,
        region: 'eu-central-1',
      },
    });
  });

  it('says what is wrong with the decision, and offers another try when the backend is away', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'starterOptions')
      .mockRejectedValueOnce(
        Object.assign(new Error('refused'), {
          statusCode: 400,
          cause: new Error('decision.orchestrator: unknown'),
        }),
      )
      .mockRejectedValueOnce(new Error('away'));
    const { unmount } = render({ decision: acrossAws }, api);
    expect(
      await screen.findByText(/decision\.orchestrator: unknown/),
    ).toBeInTheDocument();
    unmount();

    render({ decision: acrossAws }, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await radio('A file that arrives')).toBeInTheDocument();
  });
});

describe('validateOptions', () => {
  const validate = async (
    options: unknown,
    decision: unknown = acrossAws,
    api: MlOrchestratorApi = new FixtureApi(),
  ) => {
    const addError = jest.fn();
    const apis = [
      [mlOrchestratorApiRef, api],
      [translationApiRef, mockApis.translation()],
    ] as const;
    await validateOptions(
      options,
      { addError },
      {
        apiHolder: {
          get: ref => apis.find(([{ id }]) => id === ref.id)?.[1] as never,
        },
        formData: { decision },
      },
    );
    return addError.mock.calls.flat();
  };

  it('accepts what the starter accepts', async () => {
    await expect(validate({ region: 'eu-central-1' })).resolves.toEqual([]);
  });

  it('names every option that is wrong as the form does, also if nothing was chosen', async () => {
    await expect(validate({ schedule: 'daily' })).resolves.toEqual([
      'AWS region: is needed',
      'Schedule: must have five fields',
    ]);
    await expect(validate(undefined)).resolves.toEqual([
      'AWS region: is needed',
    ]);
  });

  it('needs a decision', async () => {
    await expect(validate({}, { answers: {} })).resolves.toEqual([
      expect.stringContaining('Decide on an orchestrator first'),
    ]);
  });

  it('says why the backend refused, and passes on that it is away', async () => {
    const api = new FixtureApi();
    const away = new Error('away');
    jest
      .spyOn(api, 'starterOptions')
      .mockRejectedValueOnce(
        Object.assign(new Error(), {
          statusCode: 400,
          cause: new Error('decision.orchestrator: unknown'),
        }),
      )
      .mockRejectedValueOnce(away);
    await expect(validate({}, acrossAws, api)).resolves.toEqual([
      expect.stringContaining('decision.orchestrator: unknown'),
    ]);
    await expect(validate({}, acrossAws, api)).rejects.toBe(away);
  });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef, type MlOrchestratorApi } from '../../api';
import { StarterPreviewField } from './StarterPreviewField';

const decision = { answers: {}, orchestrator: 'step-functions' };

const render = (formData: unknown, api: MlOrchestratorApi = new FixtureApi()) =>
  renderInTestApp(
    <StarterPreviewField schema={{}} formContext={{ formData }} />,
    {
      apis: [[mlOrchestratorApiRef, api]],
    },
  );

describe('StarterPreviewField', () => {
  it('asks to decide first', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'previewStarter');
    render({ name: 'churn' }, api);
    expect(
      await screen.findByText(/Decide on an orchestrator first/),
    ).toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });

  it('shows the files, the content of the chosen one and why it is there', async () => {
    render({ decision, name: 'churn' });
    const region = await screen.findByRole('region', {
      name: 'Content of README.md',
    });
    expect(region).toHaveTextContent('# churn');
    expect(screen.getByText(/Why it is there: how to run it\./)).toBeVisible();
    expect(screen.getByText(/3 files/)).toBeVisible();

    region.scrollTop = 100;
    await userEvent.click(screen.getByRole('button', { name: 'ci.yml' }));
    expect(
      screen.getByRole('region', {
        name: 'Content of .github/workflows/ci.yml',
      }).scrollTop,
    ).toBe(0);
    expect(
      screen.getByRole('region', {
        name: 'Content of .github/workflows/ci.yml',
      }),
    ).toHaveTextContent('name: CI');
    expect(
      screen.getByText(/Because of your choice: GitHub Actions \(CI\)\./),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'ci.yml' })).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  it('says what is only assumed, and sends what the form knows of the spec', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'previewStarter');
    render({ decision, destination: 'local' }, api);
    expect(
      await screen.findByText(/a placeholder stands for: name\./),
    ).toBeInTheDocument();
    expect(asked).toHaveBeenCalledWith({ decision });
  });

  it('says which field is wrong, and offers another try when the backend is away', async () => {
    const api = new FixtureApi();
    const refused = Object.assign(new Error('refused'), {
      statusCode: 400,
      cause: new Error('schedule: must have five fields'),
    });
    jest
      .spyOn(api, 'previewStarter')
      .mockRejectedValueOnce(refused)
      .mockRejectedValueOnce(new Error('away'));
    const { unmount } = render({ decision, schedule: 'daily' }, api);
    expect(
      await screen.findByText(/schedule: must have five fields/),
    ).toBeInTheDocument();
    unmount();

    render({ decision }, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(() =>
      expect(screen.getByText(/3 files/)).toBeInTheDocument(),
    );
  });
});

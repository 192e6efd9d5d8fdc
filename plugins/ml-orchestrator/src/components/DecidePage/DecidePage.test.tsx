import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { useLocation, useNavigate } from 'react-router-dom';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { RouteRefLinks } from '../../links';
import type { MlOrchestratorApi } from '../../api';
import { templateRouteRef } from '../../routes';
import { DecidePage } from './DecidePage';

const Address = () => {
  const { search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output data-testid="search">{search}</output>
      <button onClick={() => navigate(-1)}>browser back</button>
    </>
  );
};

const render = (search = '', api: MlOrchestratorApi = new FixtureApi()) =>
  renderInTestApp(
    <>
      <RouteRefLinks>
        <DecidePage />
      </RouteRefLinks>
      <Address />
    </>,
    {
      apis: [[mlOrchestratorApiRef, api]],
      initialRouteEntries: [`/${search}`],
      mountedRoutes: {
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
    },
  );

const answer = async (label: RegExp) => {
  await userEvent.click(await screen.findByRole('radio', { name: label }));
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
};
const heading = (name: string | RegExp) =>
  screen.findByRole('heading', { name });

describe('DecidePage', () => {
  it('asks one question at a time, keeps the answers in the address, and ends with a result', async () => {
    render();
    await heading('Where do the steps of the pipeline run?');
    expect(screen.getByText('Question 1 · at most 2 more')).toBeInTheDocument();
    expect(screen.getByText('favours SageMaker Pipelines')).toBeInTheDocument();
    await answer(/Only SageMaker jobs/);

    const next = await heading('Does the pipeline loop?');
    await waitFor(() => expect(next).toHaveFocus());
    expect(screen.getByText('Question 2 · the last one')).toBeInTheDocument();
    expect(screen.getByTestId('search')).toHaveTextContent(
      '?answers=reach=sagemaker',
    );
    await answer(/No loops/);

    const result = await heading('Amazon SageMaker Pipelines fits');
    await waitFor(() => expect(result).toHaveFocus());
    const card = screen.getByRole('region', {
      name: 'Amazon SageMaker Pipelines fits',
    });
    expect(
      within(card).getByText(/every step is a SageMaker job/),
    ).toBeInTheDocument();
    expect(
      within(card).getByText(/Does the pipeline loop\? “Yes, it loops”/),
    ).toBeInTheDocument();
  });

  it('takes the last answer back with the Back button of the browser', async () => {
    render();
    await answer(/Only SageMaker jobs/);
    await heading('Does the pipeline loop?');
    await userEvent.click(screen.getByText('browser back'));
    await heading('Where do the steps of the pipeline run?');
    expect(screen.getByTestId('search')).toBeEmptyDOMElement();
  });

  it('opens a shared result, and creates a repository from it', async () => {
    render('?answers=reach=sagemaker,loops=no');
    await heading('Amazon SageMaker Pipelines fits');
    const href = screen
      .getByRole('button', { name: 'Create repository' })
      .getAttribute('href');
    const url = new URL(href ?? '', 'http://localhost');
    expect(url.pathname).toBe('/create/templates/default/ml-pipeline');
    expect(
      JSON.parse(url.searchParams.get('formData') ?? '').decision,
    ).toMatchObject({
      answers: { reach: 'sagemaker', loops: 'no' },
      orchestrator: 'sagemaker-pipelines',
    });
  });

  it('changes one answer and keeps the others', async () => {
    render('?answers=reach=aws,loops=yes,airflow-today=no');
    await heading('AWS Step Functions fits');
    await userEvent.click(
      screen.getByRole('button', { name: /^Edit: Where do the steps/ }),
    );
    await answer(/Only SageMaker jobs/);
    await waitFor(() =>
      expect(screen.getByTestId('search')).toHaveTextContent(
        '?answers=airflow-today=no,loops=yes,reach=sagemaker',
      ),
    );
    expect(await screen.findByText(/no longer applies/)).toBeInTheDocument();
  });

  it('tries what would change the result', async () => {
    render('?answers=reach=sagemaker,loops=no');
    await heading('Amazon SageMaker Pipelines fits');
    await userEvent.click(
      screen.getByRole('button', { name: /Does the pipeline loop\? “Yes/ }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('search')).toHaveTextContent('loops=yes'),
    );
  });

  it('explains a conflict and offers to change the answers in it', async () => {
    render();
    await userEvent.selectOptions(
      await screen.findByLabelText('Start from a worked scenario'),
      'Policies that clash',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Load its answers' }),
    );
    await heading('No orchestrator fits these answers');
    expect(screen.getByText('Your answers are the same.')).toBeInTheDocument();
    expect(
      screen.getByText(/Beyond AWS, without Airflow, and open source only/),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /^Change: What does policy/ }),
    );
    await heading('What does policy ask for?');
  });

  it('lights the path in the tree, in words too, and goes where a box says', async () => {
    render('?answers=reach=sagemaker');
    expect(
      await screen.findByRole('button', {
        name: 'Question: Does the pipeline loop?, you are here',
      }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Question: Where do the steps of the pipeline run?, on your path',
      }),
    );
    await heading('Where do the steps of the pipeline run?');
    expect(screen.getByTestId('search')).toBeEmptyDOMElement();
  });

  it('shows the tree as a list too, open along the path, and goes where it says', async () => {
    render('?answers=reach=aws');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as a list' }),
    );
    const list = screen.getByRole('group', {
      name: 'The decision tree as a list',
    });
    expect(list).toHaveTextContent(
      '✔ “Across AWS services” → Does the pipeline loop? (your path)',
    );
    await userEvent.click(
      within(list).getByRole('button', {
        name: 'Go to: Where do the steps of the pipeline run?',
      }),
    );
    await heading('Where do the steps of the pipeline run?');
  });

  it('compares a scenario with one’s own answers before loading it', async () => {
    render('?answers=reach=aws');
    await userEvent.selectOptions(
      await screen.findByLabelText('Start from a worked scenario'),
      'Nightly training',
    );
    expect(
      screen.getByText(
        'Where do the steps of the pipeline run? Here “Only SageMaker jobs”, yours “Across AWS services”.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByTestId('search')).toHaveTextContent('reach=aws');
  });

  it('names the questions it could do without, and why', async () => {
    render('?answers=reach=sagemaker,loops=no');
    await heading('Amazon SageMaker Pipelines fits');
    await userEvent.click(screen.getByText('2 questions were not asked'));
    expect(
      screen.getByText(
        'What does policy ask for? It does not apply to your answers.',
      ),
    ).toBeVisible();
  });

  it('gives the annotations and the decision record to take along', async () => {
    const user = userEvent.setup();
    const saved = jest.fn((_: Blob) => 'blob:record');
    Object.assign(URL, { createObjectURL: saved, revokeObjectURL: jest.fn() });
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => undefined);
    render('?answers=reach=sagemaker,loops=no');
    await user.click(
      await screen.findByRole('button', { name: 'Download decision record' }),
    );
    expect(saved.mock.calls[0][0]).toMatchObject({
      type: 'text/markdown;charset=utf-8',
    });
    await user.click(screen.getByRole('button', { name: 'Copy annotations' }));
    expect(screen.getByText(/^Annotations copied/)).toBeInTheDocument();
  });

  it('leaves out what it does not know in a link, and says so', async () => {
    render('?answers=reach=moon,weather=fine');
    await heading('Where do the steps of the pipeline run?');
    expect(screen.getByText(/unknown option "moon"/)).toBeInTheDocument();
  });

  it('says what to do when the backend does not answer', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'getGuidance').mockRejectedValueOnce(new Error('no route'));
    render('', api);
    expect(
      await screen.findByText(/backend plugin is installed/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await heading('Where do the steps of the pipeline run?');
  });

  it('says when there is nothing to ask', async () => {
    render(
      '',
      new FixtureApi({ ...guidanceFixture, questions: [], scenarios: [] }),
    );
    expect(
      await screen.findByText('The guide has no questions'),
    ).toBeInTheDocument();
  });
});

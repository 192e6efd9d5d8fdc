import { useState } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type {
  PipelineGraphAnswer,
  PortfolioPage,
} from 'backstage-plugin-ml-orchestrator-common';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { portfolioRows } from '../../__fixtures__/portfolio';
import { mlOrchestratorApiRef } from '../../api';
import { EntityOrchestratorContent } from './EntityOrchestratorContent';

const entityOf = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});

const render = (
  annotations: Record<string, string>,
  graph?: PipelineGraphAnswer,
  { api = new FixtureApi(undefined, [], graph), name = 'churn' } = {},
) =>
  renderInTestApp(
    <TestApiProvider apis={[[mlOrchestratorApiRef, api]]}>
      <EntityProvider entity={entityOf(name, annotations)}>
        <EntityOrchestratorContent />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );

const LINKED = {
  'ml-orchestrator/orchestrator': 'airflow-mwaa',
  'ml-orchestrator/answers': 'reach=aws,loops=yes,airflow-today=no',
  'ml-orchestrator/decided-on': '2026-11-20',
  'ml-orchestrator/decided-by': 'user:default/ana',
  'backstage.io/managed-by-location':
    'url:https://example.com/churn/catalog-info.yaml',
};

describe('EntityOrchestratorContent', () => {
  it('tells of the decision, and what has changed', async () => {
    await render(LINKED);
    expect(
      await screen.findByText(/The guide would now choose AWS Step Functions/),
    ).toBeInTheDocument();
    expect(
      within(
        screen.getByRole('list', {
          name: 'What speaks for another choice today',
        }),
      ).getAllByRole('listitem').length,
    ).toBeGreaterThan(0);
    expect(screen.getByText('Nov 20, 2026')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /ana/ })).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /in the repository/ }),
    ).toHaveAttribute(
      'href',
      'https://example.com/churn/docs/decisions/0001-orchestrator.md',
    );
  });

  const changed = () => screen.queryByRole('list', { name: /^What changed/ });

  it('says what changed in the guide, and since when, as the portfolio has it', async () => {
    await render(LINKED, undefined, { name: 'lifetime-value' });
    expect(
      await screen.findByRole('list', {
        name: 'What changed in the guide (verdict since Nov 20, 2026)',
      }),
    ).toHaveTextContent(
      'MWAA went from recommended to allowed: one environment for all teams',
    );
  });

  it('does not ask what changed where it still fits', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'getPortfolio');
    await render(
      { ...LINKED, 'ml-orchestrator/orchestrator': 'step-functions' },
      undefined,
      { api, name: 'lifetime-value' },
    );
    expect(await screen.findByText(/^Still what/)).toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });

  it.each<[string, () => Promise<PortfolioPage>]>([
    ['cannot be asked', () => Promise.reject(new Error('no database'))],
    [
      'has another verdict still',
      async () => ({
        items: portfolioRows(guidanceFixture).map(row => ({
          ...row,
          verdict: 'close',
        })),
        totalItems: 5,
      }),
    ],
  ])('says nothing of changes when the portfolio %s', async (_, answer) => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'getPortfolio').mockImplementation(answer);
    await render(LINKED, undefined, { api, name: 'lifetime-value' });
    expect(
      await screen.findByText(/The guide would now choose/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(asked).toHaveBeenCalledWith(
        { entity: ['component:default/lifetime-value'] },
        { limit: 1 },
      ),
    );
    expect(changed()).not.toBeInTheDocument();
  });

  it('says what nobody recorded', async () => {
    await render({ 'ml-orchestrator/orchestrator': 'step-functions' });
    expect(await screen.findAllByText('not recorded')).toHaveLength(3);
  });

  it('shows the details of a step, chosen by keyboard', async () => {
    await render(LINKED);
    const train = await screen.findByRole('button', {
      name: 'Train, training job',
    });
    train.focus();
    await userEvent.keyboard('{Enter}');
    expect(train).toHaveAttribute('aria-pressed', 'true');
    const detail = screen.getByRole('region', { name: 'Details of Train' });
    expect(detail).toHaveTextContent('sagemaker:createTrainingJob.sync');
    expect(detail).toHaveTextContent('2 h');
    expect(detail).toHaveTextContent('2 × on States.TaskFailed');
    expect(screen.queryByRole('button', { name: /^Failed/ })).toBeNull();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Show what errors lead to' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Failed, failure' }),
    ).toBeInTheDocument();
  });

  it('shows nothing of another entity while the graph is fetched', async () => {
    const api = new FixtureApi();
    const graph = await api.getPipelineGraph();
    jest
      .spyOn(api, 'getPipelineGraph')
      .mockResolvedValueOnce(graph)
      .mockReturnValue(new Promise(() => {}));
    const Page = () => {
      const [name, setName] = useState('churn');
      return (
        <EntityProvider entity={entityOf(name, LINKED)}>
          <button onClick={() => setName('other')}>{name}</button>
          <EntityOrchestratorContent />
        </EntityProvider>
      );
    };
    await renderInTestApp(
      <TestApiProvider apis={[[mlOrchestratorApiRef, api]]}>
        <Page />
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    const train = { name: 'Train, training job' };
    expect(await screen.findByRole('button', train)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'churn' }));
    expect(screen.queryByRole('button', train)).not.toBeInTheDocument();
  });

  it('has the same as a list', async () => {
    await render(LINKED);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as a list' }),
    );
    const list = screen.getByRole('list', { name: 'The pipeline as a list' });
    expect(
      within(list)
        .getAllByRole('heading')
        .map(heading => heading.textContent),
    ).toEqual([
      'Train · training job',
      'Gate · decision',
      'Register · model',
      'Rejected · success',
    ]);
    expect(list).toHaveTextContent(
      'Register ($.auc ≥ 0.8); Rejected (otherwise)',
    );
  });

  it.each<[string, PipelineGraphAnswer, RegExp]>([
    [
      'malformed',
      {
        status: 'malformed',
        place: { path: 'a.json' },
        problems: [{ path: 'States.A', message: 'is wrong' }],
      },
      /at States.A: is wrong/,
    ],
    [
      'missing',
      { status: 'missing', places: [{ path: 'workflow/pipeline.asl.json' }] },
      /Looked for these files/,
    ],
    [
      'unreadable',
      {
        status: 'unreadable',
        place: { path: 'a.json' },
        message: 'is larger than 2 MB',
      },
      /is larger than 2 MB/,
    ],
    [
      'nowhere',
      { status: 'nowhere', reason: 'no-place' },
      /the annotation ml-orchestrator\/pipeline-definition has to say/,
    ],
  ])('says why there is no graph: %s', async (_name, answer, words) => {
    await render(LINKED, answer);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { GuideLinksProvider } from '../../links';
import type { GuideLinks } from '../../links';
import { OrchestratedCard, OrchestratorProfileCard } from './index';

const pipeline = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', uid: name, annotations },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/growth' }],
});

const PIPELINES = [
  pipeline('churn', {
    'ml-orchestrator/orchestrator': 'airflow-mwaa',
    'ml-orchestrator/answers': 'reach=aws,loops=yes,airflow-today=no',
  }),
  pipeline('ledger', { 'ml-orchestrator/orchestrator': 'airflow-mwaa' }),
  pipeline('other', { 'ml-orchestrator/orchestrator': 'step-functions' }),
];

const links: GuideLinks = {
  tab: tab => `/guide/${tab}`,
  template: () => undefined,
  docs: () => undefined,
};

const orchestrator = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name },
  spec: { type: 'ml-orchestrator' },
});

const render = (name: string, entities: Entity[] = PIPELINES) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [mlOrchestratorApiRef, new FixtureApi()],
        [catalogApiRef, catalogApiMock({ entities })],
      ]}
    >
      <EntityProvider entity={orchestrator(name)}>
        <GuideLinksProvider value={links}>
          <OrchestratorProfileCard />
          <OrchestratedCard />
        </GuideLinksProvider>
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );

describe('the page of an orchestrator', () => {
  it('says what the guide thinks of it, and what runs on it', async () => {
    await render('airflow-mwaa');
    expect(await screen.findByText(/allowed/)).toBeInTheDocument();
    expect(
      screen.getByText(/one environment for all teams/),
    ).toBeInTheDocument();
    const table = await screen.findByRole('table', { name: 'What runs on it' });
    const rows = within(table)
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent);
    expect(rows).toEqual([
      expect.stringMatching(/churn.*growth.*no longer fits/),
      expect.stringMatching(/ledger.*growth.*unknown/),
    ]);
  });

  it('leads to the portfolio where more runs on it than it lists', async () => {
    await render(
      'airflow-mwaa',
      Array.from({ length: 52 }, (_, i) =>
        pipeline(`pipeline-${i}`, {
          'ml-orchestrator/orchestrator': 'airflow-mwaa',
        }),
      ),
    );
    expect(
      await screen.findByRole('link', { name: 'and 2 more in the portfolio' }),
    ).toHaveAttribute('href', '/guide/portfolio?orchestrator=airflow-mwaa');
    expect(await screen.findAllByRole('row')).toHaveLength(51);
  });

  it('shows nothing of another orchestrator while it asks what runs on it', async () => {
    const catalog = catalogApiMock({ entities: PIPELINES });
    const found = await catalog.queryEntities();
    jest
      .spyOn(catalog, 'queryEntities')
      .mockResolvedValueOnce(found)
      .mockReturnValue(new Promise(() => {}));
    const Page = () => {
      const [name, setName] = useState('airflow-mwaa');
      return (
        <EntityProvider entity={orchestrator(name)}>
          <button onClick={() => setName('step-functions')}>next</button>
          <OrchestratedCard />
        </EntityProvider>
      );
    };
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [mlOrchestratorApiRef, new FixtureApi()],
          [catalogApiRef, catalog],
        ]}
      >
        <Page />
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(await screen.findByRole('table')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'next' }));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says when nothing runs on it, and the guide does not know it', async () => {
    await render('kubeflow');
    expect(
      await screen.findByText(/has no orchestrator “kubeflow”/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('Nothing in the catalog is linked to it.'),
    ).toBeInTheDocument();
  });
});

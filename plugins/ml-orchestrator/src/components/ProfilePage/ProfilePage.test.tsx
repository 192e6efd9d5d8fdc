import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { guidanceFixture } from '../../__fixtures__';
import { RouteRefLinks } from '../../links';
import {
  compareRouteRef,
  costRouteRef,
  learnRouteRef,
  templateRouteRef,
} from '../../routes';
import { ProfilePage } from './ProfilePage';

const component = (name: string, orchestrator: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: { 'ml-orchestrator/orchestrator': orchestrator },
  },
});

const guidance = {
  ...guidanceFixture,
  prices: [
    {
      id: 'known',
      orchestrator: 'step-functions',
      title: 'Standard workflow',
      region: 'us-east-1',
      usd: 0.025,
      unit: '1,000 state transitions',
      source: 'limits',
    },
    {
      id: 'unknown',
      orchestrator: 'step-functions',
      title: 'Express workflow',
      region: 'any',
      usd: null,
      unit: 'request',
    },
  ],
};

const render = (id: string) =>
  renderInTestApp(
    <RouteRefLinks>
      <Routes>
        <Route path="/:id" element={<ProfilePage guidance={guidance} />} />
      </Routes>
    </RouteRefLinks>,
    {
      initialRouteEntries: [`/${id}`],
      apis: [
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              component('fraud', 'step-functions'),
              component('churn', 'airflow-mwaa'),
            ],
          }),
        ],
      ],
      mountedRoutes: {
        '/guide/compare': compareRouteRef,
        '/guide/learn': learnRouteRef,
        '/guide/cost': costRouteRef,
        '/create/:namespace/:templateName': templateRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );

const part = (name: string) => screen.findByRole('region', { name });

describe('ProfilePage', () => {
  it('says what it is best at, which scenarios lead to it, and what it gives', async () => {
    render('step-functions');
    const use = await part('What it is best at');
    expect(use).toHaveTextContent('many services');
    expect(
      within(use).getByRole('link', { name: 'Across AWS with loops' }),
    ).toHaveAttribute('href', '/guide/learn#scenario-across');
    expect(
      within(await part('How it compares')).getByText(
        'choice and loops (strong, unverified)',
      ),
    ).toBeInTheDocument();
    expect(
      within(await part('The starter')).getByRole('button', {
        name: 'Create a repository',
      }),
    ).toHaveAttribute('href', '/create/default/ml-pipeline');
  });

  it('names each price with its source, and an unknown one as unknown', async () => {
    render('step-functions');
    const prices = await part('What the orchestration costs');
    expect(prices).toHaveTextContent('$0.025 for 1,000 state transitions');
    expect(prices).toHaveTextContent('Limits page, as of 2026-11-01');
    expect(prices).toHaveTextContent('unknown; see the source');
  });

  it('lists the entities of the catalog that use it, and no others', async () => {
    render('step-functions');
    const used = await part('Who uses it');
    expect(await within(used).findByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/fraud',
    );
  });

  it('tells why it is on hold, and that nothing uses it', async () => {
    render('old-runner');
    expect(
      await screen.findByText('Why on hold: it is being retired'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/Nothing in the catalog is linked/),
    ).toBeInTheDocument();
    expect(screen.getByText(/There is no starter/)).toBeInTheDocument();
  });

  it('names the known ones when it does not know it', async () => {
    render('dagster');
    expect(
      await screen.findByText('The guide knows no orchestrator “dagster”'),
    ).toBeInTheDocument();
    expect(screen.getByText(/airflow-mwaa/)).toBeInTheDocument();
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { FixtureApi, linkProposalFixture } from '../__fixtures__';
import {
  EntityLinkProposalCard,
  EntityOrchestratorCard,
  GuideSearchResultListItem,
  isLinkProposable,
  isOrchestratorAvailable,
  MlOrchestratorPage,
  mlOrchestratorApiRef,
  mlOrchestratorPlugin,
  OrchestratorDecisionFieldExtension,
  StarterOptionsFieldExtension,
  StarterPreviewFieldExtension,
} from './index';
import { rootRouteRef } from './routes';

const api = new FixtureApi();

const renderGuide = (address: string) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [mlOrchestratorApiRef, api],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <Routes>
        <Route path="/guide/*" element={<MlOrchestratorPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [address],
      mountedRoutes: {
        '/guide': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );

const answer = async (label: RegExp) => {
  await userEvent.click(await screen.findByRole('radio', { name: label }));
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
};

describe('the plugin on the old frontend system', () => {
  it('leads from Compare over Decide to a result, inside one main landmark', async () => {
    await renderGuide('/guide');
    expect(
      await screen.findByRole('table', undefined, { timeout: 20_000 }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('main')).toHaveLength(1);
    expect(
      screen.getByRole('heading', { level: 1, name: 'ML orchestrators' }),
    ).toBeInTheDocument();

    expect(
      await screen.findByRole('tab', { name: 'Guidance' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Decide' }));
    await answer(/Only SageMaker jobs/);
    await answer(/No loops/);
    expect(
      await screen.findByRole('heading', {
        name: /Amazon SageMaker Pipelines fits/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Decide' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('shows the portfolio, its numbers as links, and What if below it', async () => {
    await renderGuide('/guide/portfolio');
    expect(
      await screen.findByRole('link', { name: '2 MWAA' }, { timeout: 20_000 }),
    ).toHaveAttribute('href', '/guide/portfolio?orchestrator=airflow-mwaa');
    await userEvent.click(screen.getByRole('button', { name: 'What if…' }));
    expect(
      await screen.findByText(/Choose what to change/),
    ).toBeInTheDocument();
  });

  it('draws the entity card with a link into the guide', async () => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'churn',
        annotations: {
          'ml-orchestrator/orchestrator': 'step-functions',
          'ml-orchestrator/answers': 'reach=aws,loops=yes,airflow-today=no',
        },
      },
    };
    expect(isOrchestratorAvailable(entity)).toBe(true);
    await renderInTestApp(
      <TestApiProvider apis={[[mlOrchestratorApiRef, api]]}>
        <EntityProvider entity={entity}>
          <EntityOrchestratorCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/guide': rootRouteRef } },
    );
    expect(
      await screen.findByText(/Still what the guide would choose/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open in the guide' }),
    ).toHaveAttribute('href', expect.stringMatching(/^\/guide\/decide\?/));
  });

  it('draws what detection proposes for a component that is not invited', async () => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'churn' },
      spec: { type: 'service' },
    };
    expect(isLinkProposable()(entity)).toBe(true);
    const detecting = new FixtureApi();
    detecting.getLinkProposal = async entityRef =>
      linkProposalFixture(entityRef);
    await renderInTestApp(
      <TestApiProvider apis={[[mlOrchestratorApiRef, detecting]]}>
        <EntityProvider entity={entity}>
          <EntityLinkProposalCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/guide': rootRouteRef } },
    );
    expect(
      await screen.findByText('Is this an ML pipeline?'),
    ).toBeInTheDocument();
  });

  it('brings its fields into template forms', async () => {
    window.scrollTo = jest.fn();
    const TemplateForm = () => (
      <Stepper
        manifest={{
          title: 'A template',
          steps: [
            {
              title: 'Options',
              schema: {
                type: 'object',
                properties: {
                  options: { type: 'object', 'ui:field': 'StarterOptions' },
                },
              },
            },
          ],
        }}
        extensions={useCustomFieldExtensions<any>(
          <ScaffolderFieldExtensions>
            <OrchestratorDecisionFieldExtension />
            <StarterOptionsFieldExtension />
            <StarterPreviewFieldExtension />
          </ScaffolderFieldExtensions>,
        )}
        initialState={{
          decision: { answers: {}, orchestrator: 'step-functions' },
          options: {
            schedule: 'daily',
            trigger: 'schedule',
            region: 'us-east-1',
          },
        }}
        onCreate={async () => {}}
      />
    );
    await renderInTestApp(
      <TestApiProvider apis={[[mlOrchestratorApiRef, api]]}>
        <TemplateForm />
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('radio', { name: 'A schedule' }),
    ).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText("'Options' Schedule: must have five fields"),
    ).toBeInTheDocument();
  });

  it('shows what the search found in the guide', async () => {
    await renderInTestApp(
      <GuideSearchResultListItem
        result={{
          title: 'Lineage',
          text: 'Where a model came from.',
          location: '/ml-orchestrator/learn#term-lineage',
        }}
      />,
    );
    expect(
      await screen.findByRole('link', { name: 'Lineage' }),
    ).toHaveAttribute('href', '/ml-orchestrator/learn#term-lineage');
  });

  it('brings its client of the backend', () => {
    expect([...mlOrchestratorPlugin.getApis()].map(a => a.api.id)).toEqual([
      mlOrchestratorApiRef.id,
    ]);
  });
});

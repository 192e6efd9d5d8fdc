import { screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { mlOrchestratorPlugin } from '../../plugin';
import { decideRouteRef, techDocsRouteRef } from '../../routes';

const render = (annotations: Record<string, string>) =>
  renderTestApp({
    apis: [[mlOrchestratorApiRef, new FixtureApi()]],
    mountedRoutes: {
      '/ml-orchestrator/decide': decideRouteRef,
      '/docs/:namespace/:kind/:name': techDocsRouteRef,
    },
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'churn', annotations },
        },
      }),
      mlOrchestratorPlugin.getExtension(
        'entity-card:ml-orchestrator/orchestrator',
      ),
    ],
  });

const ANSWERS = 'reach=aws,loops=yes,airflow-today=no';

describe('EntityOrchestratorCard', () => {
  it('shows the orchestrator, the answers in words and that the guide still agrees', async () => {
    render({
      'ml-orchestrator/orchestrator': 'step-functions',
      'ml-orchestrator/answers': ANSWERS,
      'ml-orchestrator/state-machine': 'churn-training',
      'backstage.io/techdocs-ref': 'dir:.',
    });
    expect(
      await screen.findByText(/Still what the guide would choose/),
    ).toBeInTheDocument();
    expect(screen.getByText('AWS Step Functions')).toBeInTheDocument();
    expect(screen.getByText(/recommended/)).toBeInTheDocument();
    expect(screen.getByText('Across AWS services')).toBeInTheDocument();
    expect(screen.getByText('churn-training')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open in the guide' }),
    ).toHaveAttribute(
      'href',
      '/ml-orchestrator/decide?answers=airflow-today=no,loops=yes,reach=aws',
    );
    expect(
      screen.getByRole('link', { name: 'in the documentation' }),
    ).toHaveAttribute(
      'href',
      '/docs/default/component/churn/decisions/0001-orchestrator',
    );
  });

  it('respects a choice against the guide, and says why', async () => {
    render({
      'ml-orchestrator/orchestrator': 'airflow-mwaa',
      'ml-orchestrator/answers': ANSWERS,
      'ml-orchestrator/override-reason': 'the team knows it',
    });
    expect(
      await screen.findByText(/Chosen against the guide, for a reason/),
    ).toBeInTheDocument();
    expect(screen.getByText(/the team knows it/)).toBeInTheDocument();
  });

  it('leads to why the guide would choose otherwise', async () => {
    render({
      'ml-orchestrator/orchestrator': 'airflow-mwaa',
      'ml-orchestrator/answers': ANSWERS,
    });
    expect(
      await screen.findByRole('link', { name: 'see why' }),
    ).toHaveAttribute(
      'href',
      '/ml-orchestrator/decide?answers=airflow-today=no,loops=yes,reach=aws',
    );
  });

  it('does not know without answers', async () => {
    render({ 'ml-orchestrator/orchestrator': 'step-functions' });
    expect(
      await screen.findByText(/Nobody kept the answers/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'see why' })).toBeNull();
    expect(
      screen.getByRole('link', { name: 'Open in the guide' }),
    ).toHaveAttribute('href', '/ml-orchestrator/decide');
  });

  it('is not shown for an entity without an orchestrator', async () => {
    render({});
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});

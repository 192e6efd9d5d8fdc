import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { portfolioRows } from '../../__fixtures__/portfolio';
import { mlOrchestratorApiRef } from '../../api';
import { mlOrchestratorPlugin } from '../../plugin';
import { decideRouteRef, techDocsRouteRef } from '../../routes';

const render = (annotations: Record<string, string>, api = new FixtureApi()) =>
  renderTestApp({
    apis: [[mlOrchestratorApiRef, api]],
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

const rings = (number: number) =>
  Array.from({ length: number }, (_, i) => ({
    kind: 'ring' as const,
    orchestrator: `tool-${i}`,
    before: 'allowed' as const,
    after: 'hold' as const,
  }));

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

  it('fits its column: it cuts lists off, and folds the answers', async () => {
    const api = new FixtureApi();
    const [row] = portfolioRows(guidanceFixture);
    jest.spyOn(api, 'getPortfolio').mockResolvedValue({
      items: [
        {
          ...row,
          entityRef: 'component:default/churn',
          verdict: 'no-longer-fits',
          changes: rings(5),
        },
      ],
      totalItems: 1,
    });
    render(
      {
        'ml-orchestrator/orchestrator': 'airflow-mwaa',
        'ml-orchestrator/answers': ANSWERS,
      },
      api,
    );
    const changes = await screen.findByRole('list', { name: /^What changed/ });
    expect(
      within(changes)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'tool-0 went from allowed to on hold.',
      'tool-1 went from allowed to on hold.',
      'and 3 more',
    ]);
    const folded = screen.getByText('The 3 answers behind it');
    expect(screen.getByText('Across AWS services')).not.toBeVisible();
    await userEvent.click(folded);
    expect(screen.getByText('Across AWS services')).toBeVisible();
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

import { screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi } from './__fixtures__';
import { mlOrchestratorApiRef } from './api';
import { mlOrchestratorPlugin } from './plugin';
import { decideRouteRef } from './routes';
import translations from './translations';

describe('the translations module', () => {
  it('draws the entity card in German', async () => {
    renderTestApp({
      features: [translations],
      config: {
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  availableLanguages: ['en', 'de'],
                  defaultLanguage: 'de',
                },
              },
            },
          ],
        },
      },
      apis: [[mlOrchestratorApiRef, new FixtureApi()]],
      mountedRoutes: { '/ml-orchestrator/decide': decideRouteRef },
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'churn',
              annotations: {
                'ml-orchestrator/orchestrator': 'airflow-mwaa',
                'ml-orchestrator/answers':
                  'reach=aws,loops=yes,airflow-today=no',
                'ml-orchestrator/airflow-dag': 'churn_training',
              },
            },
          },
        }),
        mlOrchestratorPlugin.getExtension(
          'entity-card:ml-orchestrator/orchestrator',
        ),
      ],
    });
    expect(
      await screen.findByText(/Der Leitfaden würde heute AWS Step Functions/),
    ).toBeInTheDocument();
    expect(screen.getByText(/erlaubt/)).toBeInTheDocument();
    expect(screen.getByText(/Airflow-DAG/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'warum?' })).toBeInTheDocument();
  });
});

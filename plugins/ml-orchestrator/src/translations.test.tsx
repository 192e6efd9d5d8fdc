import { screen } from '@testing-library/react';
import useAsync from 'react-use/esm/useAsync';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi, linkProposalFixture } from './__fixtures__';
import { mlOrchestratorApiRef } from './api';
import { mlOrchestratorPlugin } from './plugin';
import { decideRouteRef } from './routes';
import { translateWith } from './translation';
import translations from './translations';

const inGerman = {
  app: {
    extensions: [
      {
        'api:app/app-language': {
          config: { availableLanguages: ['en', 'de'], defaultLanguage: 'de' },
        },
      },
    ],
  },
};

/** Says something without the hook that waits for messages. */
const Problem = () => {
  const apis = useApiHolder();
  const { value } = useAsync(
    async () => (await translateWith(apis))('field.problem.chooseOther'),
    [apis],
  );
  return <p>{value}</p>;
};

describe('the translations module', () => {
  it('draws the entity card in German', async () => {
    renderTestApp({
      features: [translations],
      config: inGerman,
      apis: [[mlOrchestratorApiRef, new FixtureApi()]],
      mountedRoutes: { '/ml-orchestrator/decide': decideRouteRef },
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'lifetime-value',
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
    expect(
      await screen.findByRole('list', {
        name: 'Was sich am Leitfaden geändert hat (Urteil seit 20.11.2026)',
      }),
    ).toHaveTextContent('MWAA: erst empfohlen, jetzt erlaubt');
  });

  it('draws the proposal of a link in German', async () => {
    const api = new FixtureApi();
    api.getLinkProposal = async entityRef => linkProposalFixture(entityRef);
    renderTestApp({
      features: [translations],
      config: inGerman,
      apis: [[mlOrchestratorApiRef, api]],
      extensions: [
        createTestEntityPage({
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'churn' },
            spec: { type: 'service' },
          },
        }),
        mlOrchestratorPlugin.getExtension(
          'entity-card:ml-orchestrator/proposal',
        ),
      ],
    });
    expect(
      await screen.findByText('Ist das eine ML-Pipeline?'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/bitte so in der catalog-info.yaml vermerken/),
    ).toBeInTheDocument();
  });

  it('is waited for where no hook can be used', async () => {
    renderInTestApp(<Problem />, {
      features: [translations],
      config: inGerman,
    });
    expect(
      await screen.findByText(/Bitte den Orchestrator wählen/),
    ).toBeInTheDocument();
  });
});

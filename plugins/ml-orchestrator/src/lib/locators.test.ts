import { ConfigReader } from '@backstage/config';
import { configuredConsoles, linkedLocators } from './locators';

const entity = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'churn', annotations },
});
const consoles = configuredConsoles(
  new ConfigReader({
    mlOrchestrator: {
      consoles: {
        region: 'eu-west-1',
        account: '123456789012',
        environment: 'ml',
        airflow: { ml: 'https://airflow.example.com' },
      },
    },
  }),
);

describe('linkedLocators', () => {
  it('leads to the configured consoles', () => {
    expect(
      linkedLocators(
        entity({
          'ml-orchestrator/state-machine': 'churn',
          'ml-orchestrator/airflow-dag': 'churn',
        }),
        consoles,
      ),
    ).toEqual([
      {
        key: 'stateMachine',
        value: 'churn',
        wellFormed: true,
        link: {
          url: expect.stringContaining('https://eu-west-1.console'),
          exact: true,
        },
      },
      {
        key: 'airflowDag',
        value: 'churn',
        wellFormed: true,
        link: { url: 'https://airflow.example.com/dags/churn', exact: true },
      },
    ]);
  });

  it('goes by the entity’s own region', () => {
    const [{ link }] = linkedLocators(
      entity({
        'ml-orchestrator/state-machine': 'churn',
        'ml-orchestrator/aws-region': 'us-east-2',
      }),
      consoles,
    );
    expect(link?.url).toContain('https://us-east-2.console');
  });

  it('leads nowhere without a console, or without a proper name', () => {
    const none = configuredConsoles(new ConfigReader({}));
    const [known, malformed] = linkedLocators(
      entity({
        'ml-orchestrator/sagemaker-pipeline': 'churn',
        'ml-orchestrator/state-machine': 'no name',
      }),
      none,
    );
    expect(known).toMatchObject({ wellFormed: true, link: undefined });
    expect(malformed).toMatchObject({ wellFormed: false, link: undefined });
  });
});

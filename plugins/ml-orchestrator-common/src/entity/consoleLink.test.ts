import { consoleLink } from './consoleLink';
import type { Consoles } from './consoleLink';
import {
  entityLocators,
  isLocator,
  locatorAnnotation,
  readLocator,
} from './locators';

const link = (kind: string, value: string, consoles: Consoles = {}) => {
  const located = readLocator({ annotation: `ml-orchestrator/${kind}`, value });
  return located && consoleLink(located, consoles);
};

const STATES =
  'https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/statemachines';
const MACHINE = 'arn:aws:states:eu-west-1:123456789012:stateMachine:churn';
const region = 'eu-west-1';

describe('consoleLink', () => {
  it('leads to a state machine by its ARN, whatever is configured', () => {
    const expected = {
      url: `${STATES}/view/${encodeURIComponent(MACHINE)}`,
      exact: true,
    };
    expect(link('state-machine', MACHINE)).toEqual(expected);
    expect(
      link('state-machine', MACHINE, { region: 'us-east-1', account: '1' }),
    ).toEqual(expected);
  });

  it('leads to a state machine by its name as far as region and account are known', () => {
    expect(
      link('state-machine', 'churn', { region, account: '123456789012' }),
    ).toEqual(link('state-machine', MACHINE));
    expect(link('state-machine', 'churn', { region })).toEqual({
      url: STATES,
      exact: false,
    });
    expect(link('state-machine', 'churn')).toBeUndefined();
  });

  it.each([
    ['us-gov-west-1', 'aws-us-gov', 'console.amazonaws-us-gov.com'],
    ['cn-north-1', 'aws-cn', 'console.amazonaws.cn'],
  ])('opens the console of %s', (place, partition, domain) => {
    const arn = `arn:${partition}:states:${place}:123456789012:stateMachine:churn`;
    expect(link('state-machine', arn)?.url).toContain(
      `https://${place}.${domain}/states/home`,
    );
    expect(
      link('state-machine', 'churn', { region: place, account: '123456789012' })
        ?.url,
    ).toContain(encodeURIComponent(arn));
  });

  it('leads to a SageMaker pipeline in Studio, or to the way there', () => {
    const studio = 'https://studio-d-1.studio.eu-west-1.sagemaker.aws/';
    const inStudio = {
      url: 'https://studio-d-1.studio.eu-west-1.sagemaker.aws/pipelines/view/churn/executions',
      exact: true,
    };
    const arn = (where: string) =>
      `arn:aws:sagemaker:${where}:123456789012:pipeline/churn`;
    expect(link('sagemaker-pipeline', 'churn', { studio })).toEqual(inStudio);
    expect(link('sagemaker-pipeline', arn(region), { studio })).toEqual(
      inStudio,
    );
    // A Studio shows the pipelines of its own region.
    expect(link('sagemaker-pipeline', arn('us-east-1'), { studio })).toEqual({
      url: 'https://us-east-1.console.aws.amazon.com/sagemaker/home?region=us-east-1#/studio',
      exact: false,
    });
    expect(link('sagemaker-pipeline', 'churn')).toBeUndefined();
  });

  it('leads to a DAG in its Airflow, or signs in to the environment', () => {
    const airflow = { prod: 'https://airflow.example.com/' };
    expect(link('airflow-dag', 'prod/churn', { airflow })).toEqual({
      url: 'https://airflow.example.com/dags/churn',
      exact: true,
    });
    expect(
      link('airflow-dag', 'churn', { airflow, environment: 'prod' })?.exact,
    ).toBe(true);
    expect(link('airflow-dag', 'dev/churn', { airflow, region })).toEqual({
      url: 'https://eu-west-1.console.aws.amazon.com/mwaa/home?region=eu-west-1#environments/dev/sso',
      exact: false,
    });
    expect(link('airflow-dag', 'churn', { region })).toBeUndefined();
    expect(
      link('airflow-dag', 'constructor/churn', { airflow, region })?.exact,
    ).toBe(false);
  });

  it.each([
    // eslint-disable-next-line no-script-url
    ['sagemaker-pipeline', 'churn', { studio: 'javascript:alert(1)' }],
    ['state-machine', 'churn', { region: 'evil.example/' }],
    [
      'airflow-dag',
      'a/churn',
      { airflow: { a: 'ftp://x' }, region: 'eu west' },
    ],
  ])('makes no address of what is none: %s %s %p', (kind, value, consoles) => {
    expect(link(kind, value, consoles)).toBeUndefined();
  });
});

describe('locators', () => {
  it('are read off an entity in the order of the orchestrators', () => {
    expect(
      entityLocators({
        metadata: {
          annotations: {
            'ml-orchestrator/airflow-dag': 'prod/churn',
            'ml-orchestrator/sagemaker-pipeline': ' churn ',
            'ml-orchestrator/state-machine': '  ',
          },
        },
      }),
    ).toEqual([
      { annotation: 'ml-orchestrator/sagemaker-pipeline', value: 'churn' },
      { annotation: 'ml-orchestrator/airflow-dag', value: 'prod/churn' },
    ]);
    expect(entityLocators({ metadata: {} })).toEqual([]);
  });

  it('are nothing else than their orchestrator allows', () => {
    expect(
      readLocator({
        annotation: 'ml-orchestrator/state-machine',
        value: 'a/b',
      }),
    ).toBeUndefined();
    expect(
      readLocator({ annotation: 'other/state-machine', value: 'a' }),
    ).toBeUndefined();
    expect(isLocator('kubeflow', 'churn')).toBe(false);
    expect(locatorAnnotation('kubeflow')).toBeUndefined();
  });
});

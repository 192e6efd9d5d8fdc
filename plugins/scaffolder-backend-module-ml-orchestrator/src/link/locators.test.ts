import { parseLocator } from './locators';

const arn = (rest: string) => `arn:aws:${rest}`;

describe('parseLocator', () => {
  it.each([
    ['sagemaker-pipelines', 'churn-training', 'sagemaker-pipeline'],
    [
      'sagemaker-pipelines',
      arn('sagemaker:eu-west-1:123456789012:pipeline/churn'),
      'sagemaker-pipeline',
    ],
    ['step-functions', 'Churn_Training-Ä', 'state-machine'],
    [
      'step-functions',
      'arn:aws-us-gov:states:us-gov-west-1:123456789012:stateMachine:churn',
      'state-machine',
    ],
    ['airflow-mwaa', 'churn_training', 'airflow-dag'],
    ['airflow-mwaa', 'ml-prod/churn.training-2', 'airflow-dag'],
  ])('reads one of %s: %s', (orchestrator, value, annotation) => {
    expect(parseLocator(orchestrator, value)).toEqual({
      annotation: `ml-orchestrator/${annotation}`,
      value,
    });
  });

  it.each([
    ['sagemaker-pipelines', 'churn_training'],
    ['sagemaker-pipelines', '-churn'],
    [
      'sagemaker-pipelines',
      arn('states:eu-west-1:123456789012:stateMachine:churn'),
    ],
    ['step-functions', 'churn training'],
    ['step-functions', 'churn/training'],
    ['step-functions', arn('sagemaker:eu-west-1:123456789012:pipeline/churn')],
    ['step-functions', arn('states:eu-west-1:1234:stateMachine:churn')],
    ['step-functions', 'x'.repeat(81)],
    ['airflow-mwaa', 'a/b/c'],
    ['airflow-mwaa', 'churn training'],
    ['airflow-mwaa', 'churn\n'],
    ['airflow-mwaa', arn('airflow:eu-west-1:123456789012:environment/x')],
  ])('refuses for %s: %p', (orchestrator, value) => {
    expect(() => parseLocator(orchestrator, value)).toThrow(
      `locator: "${value}" does not fit "${orchestrator}"; it must be the `,
    );
  });

  it('says that there is none for an orchestrator it does not know', () => {
    expect(() => parseLocator('kubeflow', 'churn')).toThrow(
      'locator: there is none for "kubeflow"; there is one for: sagemaker-pipelines, step-functions, airflow-mwaa',
    );
  });
});

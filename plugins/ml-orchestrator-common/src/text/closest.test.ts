import { closest } from './closest';

describe('closest', () => {
  const known = ['airflow-mwaa', 'step-functions', 'sagemaker-pipelines'];

  it.each([
    ['airflow-mwa', 'airflow-mwaa'],
    ['stepfunctions', 'step-functions'],
    ['sagemaker-pipeline', 'sagemaker-pipelines'],
    ['kubeflow', undefined],
    ['', undefined],
  ])('takes %p for %p', (word, meant) => {
    expect(closest(word, known)).toBe(meant);
  });
});

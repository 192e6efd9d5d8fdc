/** The roles may do what a run does, and little else: with every switch of the pipeline on and off. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { stepsOf } from '../infra/definition';
import type { Step } from '../infra/definition';
import { DEFINITIONS, filesOf } from './support/definition';
import { extractNeeds } from './support/extract-needs';
import { allows, denied } from './support/iam';
import type { Attempt } from './support/iam';
import { ACCOUNT, synthesize } from './support/synthesized';

const stack = synthesize();
const { region, id } = stack.config;
const sagemaker = (rest: string): string => `arn:aws:sagemaker:${region}:${ACCOUNT}:${rest}`;
const bucketName = stack.only('AWS::S3::Bucket', 'StorageArtifacts').id.toLowerCase();
const objectArn = (uri: string): string => uri.replace('s3://', 'arn:aws:s3:::');
const jobRoleArn = `arn:aws:iam::${ACCOUNT}:role/${stack.only('AWS::IAM::Role', 'JobRole').id}`;
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const role = stack.statementsOf('PipelineRole');

/** A job's tags, as IAM sees them; tests/test_jobs.py sees that every job has them. */
const ofPipeline = (pipeline: string): Record<string, string> => ({ 'aws:ResourceTag/ml-pipeline': pipeline });

function jobAttempts(kind: keyof typeof JOBS): Attempt[] {
  return [
    ...[`Create${kind}`, `Describe${kind}`, `Stop${kind}`, 'AddTags'].map(action => ({
      action: `sagemaker:${action}`,
      resource: sagemaker(JOBS[kind]),
      context: ofPipeline(id),
    })),
    { action: 'iam:PassRole', resource: jobRoleArn, context: toSageMaker },
  ];
}

/** The names that SageMaker gives to the jobs of a run. */
const JOBS = {
  ProcessingJob: 'processing-job/pipelines-a1b2c3d4e5f6-Prepare-x9y8z7w6v5',
  TrainingJob: 'training-job/pipelines-a1b2c3d4e5f6-Train-x9y8z7w6v5',
  HyperParameterTuningJob: 'hyper-parameter-tuning-job/a1b2c3d4e5f6-Tune-x9y8z7w6v5',
};

/** What a run does in the name of the pipeline's role, by the type of a step. */
const NEEDS: Record<string, Attempt[]> = {
  Processing: jobAttempts('ProcessingJob'),
  Training: jobAttempts('TrainingJob'),
  Tuning: [
    ...jobAttempts('HyperParameterTuningJob'),
    {
      action: 'sagemaker:ListTrainingJobsForHyperParameterTuningJob',
      resource: sagemaker(JOBS.HyperParameterTuningJob),
    },
  ],
  Condition: [
    { action: 's3:GetObject', resource: `arn:aws:s3:::${bucketName}/executions/a1b2c3d4e5f6/evaluation/evaluation.json` },
    {
      action: 's3:ListBucket',
      resource: `arn:aws:s3:::${bucketName}`,
      context: { 's3:prefix': 'executions/a1b2c3d4e5f6/evaluation/evaluation.json' },
    },
  ],
  RegisterModel: [
    ...['CreateModelPackage', 'DescribeModelPackageGroup'].map(action => ({
      action: `sagemaker:${action}`,
      resource: sagemaker(`model-package-group/${id}`),
    })),
    ...['CreateModelPackage', 'DescribeModelPackage', 'AddTags'].map(action => ({
      action: `sagemaker:${action}`,
      resource: sagemaker(`model-package/${id}/1`),
    })),
  ],
  Fail: [],
};

/** The same for one step. What gets the data does what its source says, and something else where it is no job. */
function needsOf({ Name, Type }: Step): Attempt[] {
  const extract = Name === 'Extract' ? extractNeeds(stack) : undefined;
  const needs = NEEDS[Type] ?? extract;
  assert.ok(needs, `say in NEEDS which calls a step of type ${Type} makes`);
  return [...needs, ...(extract ?? [])];
}

for (const [name, definition] of Object.entries(DEFINITIONS)) {
  const { read, written } = filesOf(definition, bucketName);

  test(`${name}: the pipeline may make every call of a run`, () => {
    for (const step of stepsOf(definition)) assert.deepEqual(denied(role, needsOf(step)), []);
    // The registry looks at the model that it is given, wherever training has put it.
    const models = written.filter(uri => uri.endsWith('/model.tar.gz'));
    assert.equal(models.length, 1);
    assert.deepEqual(denied(role, models.map(uri => ({ action: 's3:GetObject', resource: objectArn(uri) }))), []);
  });

  test(`${name}: the jobs may read and write the files of a run, and change neither code nor data`, () => {
    const jobs = stack.statementsOf('JobRole');
    assert.ok(read.length > 0 && written.length > 0);
    const attempts = [...read, ...written].flatMap(uri => [
      { action: 's3:GetObject', resource: objectArn(uri) },
      {
        action: 's3:ListBucket',
        resource: `arn:aws:s3:::${bucketName}`,
        context: { 's3:prefix': uri.replace(`s3://${bucketName}/`, '') },
      },
    ]);
    const put = (uri: string): Attempt => ({ action: 's3:PutObject', resource: objectArn(uri) });
    assert.deepEqual(denied(jobs, [...attempts, ...written.map(put)]), []);
    const given = read.filter(uri => !uri.includes('/executions/')).map(put);
    assert.ok(given.length > 0);
    assert.deepEqual(denied(jobs, given).length, given.length);
  });
}

test('the pipeline may do nothing that no switch of it needs', () => {
  const needed = new Set(Object.values(DEFINITIONS).flatMap(stepsOf).flatMap(needsOf).map(({ action }) => action));
  assert.deepEqual([...new Set(role.flatMap(({ Action }) => Action))].sort(), [...needed].sort());
});

test('the pipeline may not reach past itself', () => {
  const bucket = `arn:aws:s3:::${bucketName}`;
  const forbidden: Attempt[] = [
    { action: 'sagemaker:CreateTrainingJob', resource: sagemaker('training-job/by-hand') },
    { action: 'sagemaker:CreateProcessingJob', resource: sagemaker('processing-job/by-hand') },
    ...Object.entries(JOBS).flatMap(([kind, resource]) => [
      { action: `sagemaker:Stop${kind}`, resource: sagemaker(resource), context: ofPipeline('another') },
      { action: `sagemaker:Stop${kind}`, resource: sagemaker(resource) },
    ]),
    { action: 'sagemaker:CreateModelPackage', resource: sagemaker('model-package-group/another') },
    { action: 'sagemaker:UpdateModelPackage', resource: sagemaker(`model-package/${id}/1`) },
    { action: 'iam:PassRole', resource: `arn:aws:iam::${ACCOUNT}:role/Admin`, context: toSageMaker },
    { action: 'iam:PassRole', resource: jobRoleArn, context: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    { action: 's3:GetObject', resource: `${bucket}/data/customers.csv` },
    { action: 's3:PutObject', resource: `${bucket}/executions/a1b2c3d4e5f6/evaluation/evaluation.json` },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::another-bucket/executions/a/evaluation/evaluation.json' },
  ];
  assert.deepEqual(
    forbidden.filter(attempt => allows(role, attempt)),
    [],
  );
});

/** The workflow with the real step scripts, so that the gate reads a real evaluation.json. */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import path from 'node:path';

import { ROOT } from '../infra/config';
import { localExtraction } from './support/extraction';
import { denied } from './support/iam';
import { LocalAws } from './support/local-aws';
import { pipelineOf, runPipeline } from './support/pipeline';
import { callsOf, sent } from './support/workflow';

// The sample data gives an AUC near 0.9, whatever threshold this repository is configured with.
const pipeline = pipelineOf({ metricThreshold: 0.8 });
const { BucketName = '', CodePrefix = '' } = pipeline.substitutions;
const aws = new LocalAws(BucketName);
const handlers = { ...aws.handlers, ...localExtraction(aws, pipeline.stack) };
after(() => aws.remove());

test('the sample data goes through all jobs and its model is registered', async () => {
  aws.upload(path.join(ROOT, 'steps'), CodePrefix, file => file.endsWith('.py'));
  aws.upload(path.join(ROOT, 'data'), 'data/', file => file.endsWith('.csv'));

  const run = await runPipeline(pipeline, { handlers, executionName: 'real-run' });
  assert.equal(run.status, 'SUCCEEDED', run.cause);
  assert.equal(run.visited.at(-1), 'ModelApproved');

  const { parameters } = callsOf(run, 'RegisterModel')[0]!;
  const { auc } = parameters.CustomerMetadataProperties as { auc: string };
  const report = JSON.parse(aws.read(`s3://${BucketName}/executions/real-run/evaluation/evaluation.json`)) as {
    binary_classification_metrics: { auc: { value: number } };
  };
  assert.equal(Number(auc), report.binary_classification_metrics.auc.value);
  assert.ok(Number(auc) > 0.8 && Number(auc) < 1);
});

test('the role of the jobs allows everything that the jobs did in S3', () => {
  assert.ok(aws.jobAttempts.length > 0);
  assert.deepEqual(denied(pipeline.stack.statementsOf('JobRole'), aws.jobAttempts), []);
  const code = { action: 's3:PutObject', resource: `arn:aws:s3:::${BucketName}/${CodePrefix}train.py` };
  assert.equal(
    denied(pipeline.stack.statementsOf('JobRole'), [code]).length,
    1,
    'a job could change the code of the next',
  );
});

test('bad data stops the run at the first job, and the message says what is wrong with it', async () => {
  aws.write('data/customers.csv', 'customer_id\nC1\n');
  const run = await runPipeline(pipeline, { handlers });
  assert.deepEqual(run.visited.slice(-4), ['PrepareData', 'DescribeFailure', 'NotifyFailure', 'PipelineFailed']);
  assert.match(sent(callsOf(run, 'NotifyFailure')[0]!).text, /customer data cannot be used/);
});

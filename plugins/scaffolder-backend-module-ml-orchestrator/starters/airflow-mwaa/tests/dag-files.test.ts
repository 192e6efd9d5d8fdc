/** What is put into the environment's bucket, and where. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { Match } from 'aws-cdk-lib/assertions';

import { ROOT } from '../infra/config';
import { FILES_ARRIVE } from '../infra/source';
import { ENCRYPTED, EXISTING, stacksFor } from './support/airflow';

const base = { name: 'example-pipeline', startOnData: FILES_ARRIVE };
const named = stacksFor({ environment: 'existing', existing: { 'example-pipeline': EXISTING } }, base);
const unnamed = stacksFor({ environment: 'existing', existing: {} }, base);
const made = stacksFor({ environment: 'mw1.small' }, base);

test('the tests in Python use what the stack writes for the DAGs', () => {
  const read = (file: string): object => JSON.parse(readFileSync(path.join(ROOT, 'tests', file), 'utf8')) as object;
  const { source, ...rest } = named.pipeline.deployment;
  assert.deepEqual(Object.keys(rest), Object.keys(read('deployment.json')));
  const example = read('source.json') as { files: boolean; deployment: object };
  assert.deepEqual(Object.keys(source), Object.keys(example.deployment));
  assert.equal(FILES_ARRIVE, example.files);
  assert.equal(named.pipeline.deployment.id, 'example-pipeline');
  const { deployment } = stacksFor({ environment: 'existing' }, { ...base, startOnData: false }).pipeline;
  assert.equal(deployment.queueUrl, null);
});

test('the DAGs go into a folder of their own, a Python package, and leave nothing there that was deleted here', () => {
  named.template.hasResourceProperties('Custom::CDKBucketDeployment', {
    DestinationBucketName: 'shared-airflow-bucket',
    DestinationBucketKeyPrefix: 'team/dags/pipeline_example_pipeline/',
    Prune: true,
    RetainOnDelete: false,
  });
});

test('they come last: after what they may do, and after the scripts that their jobs run', () => {
  const uploads = named.template.findResources('Custom::CDKBucketDeployment', {
    Properties: { DestinationBucketName: 'shared-airflow-bucket' },
  });
  const [upload] = Object.values(uploads) as { DependsOn: string[] }[];
  for (const before of ['DagPolicy', 'StorageCodeCustomResource', 'ModelRegistryGroup']) {
    assert.ok(
      upload!.DependsOn.some(id => id.startsWith(before)),
      before,
    );
  }
});

test('nothing but that folder is written to an environment that is not ours', () => {
  const prefixes = Object.values(named.template.findResources('Custom::CDKBucketDeployment'))
    .filter(({ Properties }) => Properties.DestinationBucketName === 'shared-airflow-bucket')
    .map(({ Properties }) => Properties.DestinationBucketKeyPrefix as string);
  assert.deepEqual(prefixes, ['team/dags/pipeline_example_pipeline/']);
});

test('a bucket with a key of its own can be written to', () => {
  const existing = { 'example-pipeline': ENCRYPTED };
  const uses = { Action: Match.arrayWith(['kms:GenerateDataKey*']), Resource: ENCRYPTED.bucketKeyArn };
  stacksFor({ environment: 'existing', existing }, base).template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike(uses)]) },
  });
});

test('an environment that nobody named is asked for, before anything is deployed', () => {
  // `cdk deploy` refuses a stack with parameters that have neither a value nor a default.
  const parameters = unnamed.template.findParameters('*', { Type: 'String', Default: Match.absent() });
  assert.deepEqual(Object.keys(parameters).sort(), ['AirflowBucket', 'AirflowDagsPath', 'AirflowExecutionRole']);
  for (const { template } of [named, made]) {
    assert.deepEqual(Object.keys(template.findParameters('Airflow*')), []);
  }
});

test('in an environment that this app makes, they go where it reads them', () => {
  made.template.hasResourceProperties('Custom::CDKBucketDeployment', {
    DestinationBucketName: { 'Fn::Join': ['', ['example-pipeline-airflow-', { Ref: 'AWS::AccountId' }]] },
    DestinationBucketKeyPrefix: 'dags/pipeline_example_pipeline/',
  });
  made.airflow!.hasResourceProperties('AWS::S3::Bucket', {
    BucketName: { 'Fn::Join': ['', ['example-pipeline-airflow-', { Ref: 'AWS::AccountId' }]] },
  });
  made.template.hasResourceProperties('AWS::IAM::ManagedPolicy', { Roles: ['example-pipeline-airflow'] });
  made.airflow!.hasResourceProperties('AWS::IAM::Role', { RoleName: 'example-pipeline-airflow' });
  assert.deepEqual(
    made.pipeline.dependencies.map(({ stackName }) => stackName),
    ['example-pipeline-airflow'],
  );
});

test('the longest names fit', () => {
  const name = `a${'-long'.repeat(7)}-nam`;
  const { airflow } = stacksFor(
    { environment: 'mw1.small' },
    { name, environments: [{ name: 'longname', account: '111122223333' }] },
  );
  for (const { Properties } of Object.values(airflow!.findResources('AWS::S3::Bucket'))) {
    assert.ok(Properties.BucketName === undefined || (Properties.BucketName as string).length <= 63);
  }
  for (const { Properties } of Object.values(airflow!.findResources('AWS::IAM::Role'))) {
    assert.ok(Properties.RoleName === undefined || (Properties.RoleName as string).length <= 64);
  }
});

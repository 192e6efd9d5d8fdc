/** Spark on EMR Serverless: what it costs at most, and who may do what. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { allows, denied } from './support/iam';
import { ACCOUNT, synthesize } from './support/synthesized';

const stack = synthesize();
const { id, region } = stack.config;
const bucket = stack.only('AWS::S3::Bucket', 'StorageArtifacts').id.toLowerCase();
const application = stack.only('AWS::EMRServerless::Application');
const role = stack.only('AWS::IAM::Role', 'SourceRole');
const object = (key: string): string => `arn:aws:s3:::${bucket}/${key}`;

test('the application stops by itself, and has a limit', () => {
  const { Name, AutoStopConfiguration, MaximumCapacity } = application.properties;
  assert.equal(Name, id);
  assert.equal((AutoStopConfiguration as { Enabled: boolean }).Enabled, true);
  assert.deepEqual(MaximumCapacity, { Cpu: '16 vCPU', Memory: '64 GB', Disk: '400 GB' });
  assert.equal(stack.source.SourceApplicationId, application.id.toLowerCase());
});

test('only EMR Serverless may take the role of Spark, and only for this account', () => {
  const { Statement } = role.properties.AssumeRolePolicyDocument as { Statement: Record<string, unknown>[] };
  assert.deepEqual(
    Statement.map(({ Principal, Condition }) => [Principal, Condition]),
    [[{ Service: 'emr-serverless.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': ACCOUNT } }]],
  );
});

test('Spark may read code and data, and replace what an earlier try extracted, and no other result', () => {
  const statements = stack.statementsOf('SourceRole');
  const extracted = object('executions/run/extracted/part-0.csv');
  assert.deepEqual(
    denied(statements, [
      { action: 's3:GetObject', resource: object(`${stack.source.SourceCodePrefix}/extract.py`) },
      { action: 's3:GetObject', resource: object('data/customers.csv') },
      { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, context: { 's3:prefix': 'data/' } },
      ...['Put', 'Get', 'Delete'].map(verb => ({ action: `s3:${verb}Object`, resource: extracted })),
      { action: 's3:PutObject', resource: object('executions/run_$folder$') },
    ]),
    [],
  );
  for (const forbidden of [
    { action: 's3:PutObject', resource: object('data/customers.csv') },
    { action: 's3:DeleteObject', resource: object('data/customers.csv') },
    { action: 's3:DeleteObject', resource: object('executions/run/model/model.tar.gz') },
  ]) {
    assert.ok(!allows(statements, forbidden), `${forbidden.action} on ${forbidden.resource}`);
  }
});

test('what runs the pipeline may start jobs of this application, and hand its role to EMR Serverless only', () => {
  const arn = String(stack.resolve({ 'Fn::GetAtt': [application.id, 'Arn'] }));
  const pass = { action: 'iam:PassRole', resource: `arn:aws:iam::${ACCOUNT}:role/${role.id}` };
  const handOver = (service: string) => ({ ...pass, context: { 'iam:PassedToService': service } });
  assert.deepEqual(
    denied(stack.sourcePermissions, [
      { action: 'emr-serverless:StartJobRun', resource: arn },
      { action: 'emr-serverless:GetJobRun', resource: `${arn}/jobruns/a1b2` },
      { action: 'emr-serverless:CancelJobRun', resource: `${arn}/jobruns/a1b2` },
      handOver('emr-serverless.amazonaws.com'),
    ]),
    [],
  );
  assert.ok(!allows(stack.sourcePermissions, handOver('sagemaker.amazonaws.com')));
  const other = `arn:aws:emr-serverless:${region}:${ACCOUNT}:/applications/other`;
  assert.ok(!allows(stack.sourcePermissions, { action: 'emr-serverless:StartJobRun', resource: other }));
});

/** The query in Snowflake: who may sign in there, and what else that job may do. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { allows, denied } from './support/iam';
import { ACCOUNT, synthesize } from './support/synthesized';

const stack = synthesize();
const bucket = stack.only('AWS::S3::Bucket', 'StorageArtifacts').id.toLowerCase();
const secret = stack.only('AWS::SecretsManager::Secret');
const role = stack.only('AWS::IAM::Role', 'SourceRole');
const object = (key: string): string => `arn:aws:s3:::${bucket}/${key}`;
const readSecret = { action: 'secretsmanager:GetSecretValue', resource: secret.id.toLowerCase() };

test('nobody but the extraction may read the credentials', () => {
  assert.deepEqual(denied(stack.statementsOf('SourceRole'), [readSecret]), []);
  assert.equal(stack.source.SourceSecretArn, readSecret.resource);
  const readers = Object.entries(stack.resources)
    .filter(([, { Type, Properties }]) => Type === 'AWS::IAM::Policy' && JSON.stringify(Properties).includes('secretsmanager:'))
    .map(([, { Properties }]) => stack.resolve(Properties.Roles));
  assert.deepEqual(readers, [[role.id.toLowerCase()]]);
});

test('the extraction may read its code and write for its run, and touch no data, model or code', () => {
  const statements = stack.statementsOf('SourceRole');
  const code = `${stack.source.SourceCodePrefix}/extract.py`;
  assert.deepEqual(
    denied(statements, [
      { action: 's3:GetObject', resource: object(code) },
      { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, context: { 's3:prefix': code } },
      { action: 's3:PutObject', resource: object('executions/run/extracted/customers.csv') },
    ]),
    [],
  );
  for (const forbidden of [
    { action: 's3:GetObject', resource: object('data/customers.csv') },
    { action: 's3:GetObject', resource: object('executions/run/model/model.tar.gz') },
    { action: 's3:PutObject', resource: object(code) },
    { action: 's3:PutObject', resource: object('executions/run/evaluation/evaluation.json') },
  ]) {
    assert.ok(!allows(statements, forbidden), `${forbidden.action} on ${forbidden.resource}`);
  }
});

test('what runs the pipeline may hand that role to SageMaker, and to nothing else', () => {
  const pass = { action: 'iam:PassRole', resource: `arn:aws:iam::${ACCOUNT}:role/${role.id}` };
  const to = (service: string): boolean =>
    allows(stack.sourcePermissions, { ...pass, context: { 'iam:PassedToService': service } });
  assert.deepEqual([to('sagemaker.amazonaws.com'), to('lambda.amazonaws.com')], [true, false]);
  assert.equal(stack.source.SourceRoleArn, pass.resource);
});

test('a file that arrives cannot start a run', () => {
  assert.throws(() => synthesize({ startOnData: true }), /startOnData must be false/);
});

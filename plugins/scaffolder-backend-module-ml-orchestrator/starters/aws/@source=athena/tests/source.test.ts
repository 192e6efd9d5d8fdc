/** The query in Athena: where it is asked, what it may read, and where its results go. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { allows, denied } from './support/iam';
import { ACCOUNT, synthesize } from './support/synthesized';

const stack = synthesize();
const { id, region } = stack.config;
const bucket = stack.only('AWS::S3::Bucket', 'StorageArtifacts').id.toLowerCase();
const databaseName = id.replaceAll('-', '_');

test('queries are limited, and their results are encrypted wherever they are asked from', () => {
  const { Name, WorkGroupConfiguration } = stack.only('AWS::Athena::WorkGroup').properties as {
    Name: string;
    WorkGroupConfiguration: Record<string, unknown>;
  };
  assert.equal(Name, id);
  assert.equal(WorkGroupConfiguration.EnforceWorkGroupConfiguration, true);
  assert.ok(Number(WorkGroupConfiguration.BytesScannedCutoffPerQuery) > 0);
  assert.deepEqual(WorkGroupConfiguration.ResultConfiguration, {
    OutputLocation: `s3://${bucket}/athena/`,
    EncryptionConfiguration: { EncryptionOption: 'SSE_S3' },
  });
});

test('the query is the one in source/customers.sql, and is asked by its name', () => {
  const { properties } = stack.only('AWS::Athena::PreparedStatement');
  assert.equal(properties.QueryStatement, readFileSync(path.join(ROOT, 'source', 'customers.sql'), 'utf8'));
  assert.equal(properties.WorkGroup, id);
  assert.equal(stack.source.SourceQuery, `EXECUTE ${String(properties.StatementName)}`);
  assert.equal(stack.source.SourceDatabase, databaseName);
});

test('the table has the columns of the sample data, as text', () => {
  const { TableInput, DatabaseName } = stack.only('AWS::Glue::Table').properties as {
    DatabaseName: string;
    TableInput: { StorageDescriptor: { Location: string; Columns: { Name: string; Type: string }[] } };
  };
  assert.equal(DatabaseName, databaseName);
  const { Location, Columns } = TableInput.StorageDescriptor;
  assert.equal(Location, `s3://${bucket}/data/`);
  const [header = ''] = readFileSync(path.join(ROOT, 'data', 'customers.csv'), 'utf8').split('\n');
  assert.deepEqual(
    Columns,
    header.split(',').map(Name => ({ Name, Type: 'string' })),
  );
});

test('who asks may ask, read the data, and leave the result for its run; and nothing else', () => {
  const workGroup = `arn:aws:athena:${region}:${ACCOUNT}:workgroup/${id}`;
  const object = (key: string): string => `arn:aws:s3:::${bucket}/${key}`;
  const statements = stack.sourcePermissions;
  assert.deepEqual(
    denied(statements, [
      { action: 'athena:StartQueryExecution', resource: workGroup },
      { action: 'athena:GetQueryExecution', resource: workGroup },
      { action: 'athena:StopQueryExecution', resource: workGroup },
      { action: 'athena:GetPreparedStatement', resource: workGroup },
      ...['catalog', 'database/default', `database/${databaseName}`].map(resource => ({
        action: 'glue:GetDatabase',
        resource: `arn:aws:glue:${region}:${ACCOUNT}:${resource}`,
      })),
      { action: 'glue:GetTable', resource: `arn:aws:glue:${region}:${ACCOUNT}:table/${databaseName}/customers` },
      { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, context: { 's3:prefix': 'data/' } },
      { action: 's3:GetObject', resource: object('data/customers.csv') },
      { action: 's3:PutObject', resource: object('athena/a1b2.csv') },
      { action: 's3:GetObject', resource: object('athena/a1b2.csv') },
      { action: 's3:PutObject', resource: object('executions/run/extracted/customers.csv') },
    ]),
    [],
  );
  for (const forbidden of [
    { action: 'athena:StartQueryExecution', resource: `arn:aws:athena:${region}:${ACCOUNT}:workgroup/primary` },
    { action: 'glue:GetTable', resource: `arn:aws:glue:${region}:${ACCOUNT}:table/payroll/salaries` },
    { action: 's3:PutObject', resource: object('data/customers.csv') },
    { action: 's3:PutObject', resource: object('executions/run/model/model.tar.gz') },
  ]) {
    assert.ok(!allows(statements, forbidden), `${forbidden.action} on ${forbidden.resource}`);
  }
});

test('a file that arrives cannot start a run', () => {
  assert.throws(() => synthesize({ startOnData: true }), /startOnData must be false/);
});

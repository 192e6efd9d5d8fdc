/** Spark on AWS Glue: what it costs at most, and who may do what. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { allows, denied } from './support/iam';
import { ACCOUNT, synthesize } from './support/synthesized';

const stack = synthesize();
const { id, region } = stack.config;
const bucket = stack.only('AWS::S3::Bucket', 'StorageArtifacts').id.toLowerCase();
const job = stack.only('AWS::Glue::Job').properties as {
  Name: string;
  Role: string;
  Command: { ScriptLocation: string };
  Timeout: number;
  NumberOfWorkers: number;
  ExecutionProperty: { MaxConcurrentRuns: number };
};
const role = stack.only('AWS::IAM::Role', 'SourceRole');
const object = (key: string): string => `arn:aws:s3:::${bucket}/${key}`;

test('the job runs the script that is uploaded, and ends', () => {
  assert.equal(job.Name, id);
  assert.equal(stack.source.SourceJobName, id);
  assert.match(job.Command.ScriptLocation, new RegExp(`^s3://${bucket}/code/[0-9a-f]{16}/extract\\.py$`));
  assert.ok(job.Timeout <= 60 && job.NumberOfWorkers >= 2 && job.ExecutionProperty.MaxConcurrentRuns > 1);
});

test('only Glue may take the role of Spark, and only for this account', () => {
  assert.equal(job.Role, `arn:aws:iam::${ACCOUNT}:role/${role.id}`);
  const { Statement } = role.properties.AssumeRolePolicyDocument as { Statement: Record<string, unknown>[] };
  assert.deepEqual(
    Statement.map(({ Principal, Condition }) => [Principal, Condition]),
    [[{ Service: 'glue.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': ACCOUNT } }]],
  );
});

test('Spark may read code and data, replace what an earlier try extracted, and write its log; and touch no other result', () => {
  const statements = stack.statementsOf('SourceRole');
  const extracted = object('executions/run/extracted/part-0.csv');
  assert.deepEqual(
    denied(statements, [
      { action: 's3:GetObject', resource: job.Command.ScriptLocation.replace('s3://', 'arn:aws:s3:::') },
      { action: 's3:GetObject', resource: object('data/customers.csv') },
      { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}`, context: { 's3:prefix': 'data/' } },
      ...['Put', 'Get', 'Delete'].map(verb => ({ action: `s3:${verb}Object`, resource: extracted })),
      { action: 's3:PutObject', resource: object('executions/run_$folder$') },
      {
        action: 'logs:PutLogEvents',
        resource: `arn:aws:logs:${region}:${ACCOUNT}:log-group:/aws-glue/jobs/error:log-stream:jr_1`,
      },
    ]),
    [],
  );
  for (const forbidden of [
    { action: 's3:PutObject', resource: object('data/customers.csv') },
    { action: 's3:DeleteObject', resource: object('data/customers.csv') },
    { action: 's3:DeleteObject', resource: object('executions/run/model/model.tar.gz') },
    { action: 'logs:PutLogEvents', resource: `arn:aws:logs:${region}:${ACCOUNT}:log-group:/aws/sagemaker/TrainingJobs` },
  ]) {
    assert.ok(!allows(statements, forbidden), `${forbidden.action} on ${forbidden.resource}`);
  }
});

test('what runs the pipeline may start, watch and stop runs of this job, and of no other', () => {
  const jobArn = (name: string): string => `arn:aws:glue:${region}:${ACCOUNT}:job/${name}`;
  const actions = ['StartJobRun', 'GetJobRun', 'GetJobRuns', 'BatchStopJobRun'].map(action => `glue:${action}`);
  assert.deepEqual(
    denied(
      stack.sourcePermissions,
      actions.map(action => ({ action, resource: jobArn(id) })),
    ),
    [],
  );
  assert.ok(!allows(stack.sourcePermissions, { action: 'glue:StartJobRun', resource: jobArn('payroll') }));
});

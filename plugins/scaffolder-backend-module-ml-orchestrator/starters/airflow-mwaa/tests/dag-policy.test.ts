/**
 * The policy of the DAGs, against the calls that they make. The tests in Python see the calls in whole runs, and write down in
 * golden/aws-needs.json what IAM asks for; nothing else is known of one side to the other.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { FILES_ARRIVE } from '../infra/source';
import { dagStatements, EXISTING, stacksFor } from './support/airflow';
import { allows, denied } from './support/iam';
import { ACCOUNT, synthesize } from './support/synthesized';

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(ROOT, 'tests', file), 'utf8')) as T;

// The names that the tests in Python use, of what has no name of its own before it is deployed.
const example = read<Record<string, string>>('deployment.json');
const source = read<{ deployment: Record<string, string> }>('source.json').deployment;
const stack = synthesize({
  name: 'example-pipeline',
  region: 'eu-west-1',
  environments: [{ name: 'dev', account: ACCOUNT }],
  startOnData: FILES_ARRIVE,
});
const statements = dagStatements(stack);
const arnOf = (type: string, prefix: string): string =>
  String(stack.resolve({ 'Fn::GetAtt': [stack.only(type, prefix).id, 'Arn'] }));

/** What the data comes from, where AWS names it: in the deployment's words → its type, and its ARN in the tests in Python. */
const SOURCES: Record<string, { type: string; id: (value: string) => string }> = {
  SourceRoleArn: { type: 'AWS::IAM::Role', id: arn => arn },
  SourceApplicationId: {
    type: 'AWS::EMRServerless::Application',
    id: application => `arn:aws:emr-serverless:eu-west-1:111122223333:/applications/${application}`,
  },
};

const REPLACED: [string, string][] = [
  [`arn:aws:s3:::${example.bucket}`, arnOf('AWS::S3::Bucket', 'StorageArtifacts')],
  [String(example.jobRoleArn), arnOf('AWS::IAM::Role', 'JobRole')],
  [String(example.topicArn), arnOf('AWS::SNS::Topic', 'Notifications')],
  ['arn:aws:kms:eu-west-1:111122223333:key/example-key', arnOf('AWS::KMS::Key', 'Notifications')],
  ...(FILES_ARRIVE
    ? [['arn:aws:sqs:eu-west-1:111122223333:example-queue', arnOf('AWS::SQS::Queue', 'ArrivalsQueue')] as [string, string]]
    : []),
  ...Object.entries(SOURCES)
    .filter(([name]) => name in source)
    .map(([name, { type, id }]): [string, string] => [id(source[name]!), arnOf(type, 'Source')]),
];

const attempts = read<{ action: string; resource: string; passed_to: string }[]>('golden/aws-needs.json').map(
  ({ action, resource, passed_to: service }) => ({
    action,
    resource: REPLACED.reduce((text, [from, to]) => text.replace(from, to), resource),
    context: service === '' ? undefined : { 'iam:PassedToService': service },
  }),
);

test('the DAGs may do what they do', () => {
  assert.ok(attempts.length > 10);
  assert.deepEqual(denied(statements, attempts), []);
});

test('and nothing else', () => {
  const needed = new Set(attempts.map(({ action }) => action));
  const idle = statements.filter(({ Action }) => !Action.every(action => needed.has(action)));
  assert.deepEqual(idle, []);
  // Without new files to hear of, they have no business with queues.
  const still = dagStatements(synthesize({ startOnData: false })).flatMap(({ Action }) => Action);
  assert.deepEqual(
    still.filter(action => action.startsWith('sqs:')),
    [],
  );
});

test('what belongs to others is out of their reach', () => {
  const sagemaker = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}`;
  for (const [action, resource] of [
    ['sagemaker:CreateTrainingJob', `${sagemaker}:training-job/other-pipeline-train-0123456789-1`],
    ['sagemaker:CreateModelPackage', `${sagemaker}:model-package/other-pipeline/1`],
    ['s3:GetObject', 'arn:aws:s3:::other-bucket/executions/evaluation.json'],
    ['sns:Publish', `arn:aws:sns:eu-west-1:${ACCOUNT}:other-topic`],
    ['sqs:ReceiveMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:other-queue`],
  ] as const) {
    assert.ok(!allows(statements, { action, resource }), `${action} on ${resource}`);
  }
});

test('the role of the jobs goes to SageMaker, and to no other service', () => {
  const resource = arnOf('AWS::IAM::Role', 'JobRole');
  const given = (context?: Record<string, string>): boolean =>
    allows(statements, { action: 'iam:PassRole', resource, context });
  assert.deepEqual(
    [
      undefined,
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ].map(given),
    [false, false, true],
  );
});

test('it is attached to the role of the environment, whatever path is before its name', () => {
  const { pipeline, template } = stacksFor(
    { environment: 'existing', existing: { [example.id!]: EXISTING } },
    {
      name: 'example-pipeline',
      environments: [{ name: 'dev', account: ACCOUNT }],
    },
  );
  assert.equal(pipeline.config.id, example.id);
  template.hasResourceProperties('AWS::IAM::ManagedPolicy', { Roles: ['shared-airflow-role'] });
});

/** How the environment hears of new files. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Match } from 'aws-cdk-lib/assertions';

import { allows } from './support/iam';
import { synthesize } from './support/synthesized';

const stack = synthesize({ startOnData: true });
const { template } = stack;
const queue = stack.only('AWS::SQS::Queue', 'ArrivalsQueue');

test('without files that start runs there is no queue, and S3 tells of nothing', () => {
  const quiet = synthesize({ startOnData: false });
  quiet.template.resourceCountIs('AWS::SQS::Queue', 0);
  assert.equal(quiet.only('AWS::S3::Bucket', 'StorageArtifacts').properties.NotificationConfiguration, undefined);
});

test('each CSV file in a folder incoming/ is told of, with the version that names it', () => {
  const { properties } = stack.only('AWS::Events::Rule', 'ArrivalsRule');
  const { detail } = properties.EventPattern as { detail: Record<string, unknown> };
  assert.deepEqual(detail.object, { key: [{ wildcard: 'data/*incoming/*.csv' }] });
  const [target] = properties.Targets as { Arn: string; InputTransformer: Record<string, unknown> }[];
  assert.equal(target!.Arn, stack.resolve({ 'Fn::GetAtt': [queue.id, 'Arn'] }));
  // What tests/test_arrivals.py puts into the queue.
  assert.deepEqual(target!.InputTransformer, {
    InputPathsMap: {
      'detail-object-key': '$.detail.object.key',
      'detail-object-version-id': '$.detail.object.version-id',
    },
    InputTemplate: '{"key":<detail-object-key>,"version":<detail-object-version-id>}',
  });
  assert.ok(stack.only('AWS::S3::Bucket', 'StorageArtifacts').properties.NotificationConfiguration);
});

test('only that rule may write to the queue, encrypted on the way and at rest', () => {
  template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
  const { properties } = stack.only('AWS::SQS::QueuePolicy', 'ArrivalsQueue');
  const { Statement } = properties.PolicyDocument as { Statement: Record<string, unknown>[] };
  const writers = Statement.filter(({ Effect }) => Effect === 'Allow').map(({ Principal, Condition }) => ({
    Principal,
    Condition,
  }));
  const rule = stack.only('AWS::Events::Rule', 'ArrivalsRule');
  assert.deepEqual(writers, [
    {
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { ArnEquals: { 'aws:SourceArn': stack.resolve({ 'Fn::GetAtt': [rule.id, 'Arn'] }) } },
    },
  ]);
  assert.ok(
    Statement.some(
      ({ Effect, Condition }) => Effect === 'Deny' && JSON.stringify(Condition).includes('SecureTransport'),
    ),
  );
});

test('people are told of a message that nobody can process', () => {
  template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 3 } });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Threshold: 1,
    AlarmActions: Match.anyValue(),
  });
});

test('the jobs can read such a file', () => {
  const bucket = stack.resolve({ 'Fn::GetAtt': [stack.only('AWS::S3::Bucket', 'StorageArtifacts').id, 'Arn'] });
  const resource = `${String(bucket)}/data/vip/incoming/2026-11.csv`;
  assert.ok(allows(stack.statementsOf('JobRole'), { action: 's3:GetObject', resource }));
});

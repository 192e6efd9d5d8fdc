/** What gets deployed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Match } from 'aws-cdk-lib/assertions';

import { loadConfig, parseConfig } from '../infra/config';
import { synthesize } from './support/synthesized';

const stack = synthesize();
const { template, config } = stack;

test('the state machine logs everything and traces', () => {
  template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
    StateMachineName: config.name,
    StateMachineType: 'STANDARD',
    TracingConfiguration: { Enabled: true },
    LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
  });
});

test('both buckets are private, encrypted and reached over TLS only', () => {
  template.resourceCountIs('AWS::S3::Bucket', 2);
  template.allResourcesProperties('AWS::S3::Bucket', {
    BucketEncryption: Match.anyValue(),
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
  template.resourcePropertiesCountIs(
    'AWS::S3::BucketPolicy',
    {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    },
    2,
  );
});

test('the bucket of the pipeline keeps versions and an access log, and outlives the stack', () => {
  const { id, properties } = stack.only('AWS::S3::Bucket', 'StorageArtifacts');
  assert.deepEqual(properties.VersioningConfiguration, { Status: 'Enabled' });
  assert.ok(properties.LoggingConfiguration);
  assert.match(stack.resources[id]!.DeletionPolicy ?? '', /^Retain/);
});

test('the scripts are in the bucket before the state machine that names them', () => {
  const deployments = template.findResources('Custom::CDKBucketDeployment');
  const code = Object.entries(deployments).find(
    ([, { Properties }]) =>
      (Properties as { DestinationBucketKeyPrefix: string }).DestinationBucketKeyPrefix ===
      stack.substitutions.CodePrefix,
  );
  assert.ok(code, 'no deployment fills the code prefix');
  assert.equal((code[1].Properties as { Prune: boolean }).Prune, false, 'older code must stay');
  const { id } = stack.only('AWS::StepFunctions::StateMachine');
  assert.ok(stack.resources[id]!.DependsOn?.includes(code[0]));
});

test('messages are encrypted, and the alarm may send them', () => {
  const topic = stack.only('AWS::SNS::Topic');
  assert.ok(topic.properties.KmsMasterKeyId);
  const cloudWatch = { Principal: { Service: 'cloudwatch.amazonaws.com' } };
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ ...cloudWatch, Action: 'sns:Publish' })]) },
  });
  template.hasResourceProperties('AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: { Statement: Match.arrayWith([Match.objectLike(cloudWatch)]) },
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmActions: [{ Ref: topic.id }],
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Metrics: Match.arrayWith(
      ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map(MetricName =>
        Match.objectLike({ MetricStat: Match.objectLike({ Metric: Match.objectLike({ MetricName }) }) }),
      ),
    ),
  });
});

test('an e-mail address is subscribed when one is configured, and only then', () => {
  const withEmail = synthesize({ notificationEmail: 'ml-alerts@example.com' }).template;
  withEmail.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ml-alerts@example.com' });
  synthesize({ notificationEmail: null }).template.resourceCountIs('AWS::SNS::Subscription', 0);
});

test('a schedule starts runs in UTC when one is configured, and only then', () => {
  const monthly = synthesize({ schedule: '0 6 1 * *' });
  monthly.template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 6 1 * ? *)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    State: 'ENABLED',
    Target: Match.objectLike({ Input: '{}' }),
  });
  const role = monthly.statementsOf('SchedulerRole');
  assert.deepEqual(
    role.map(({ Action, Resource }) => [Action, Resource.every(arn => arn.endsWith(`:stateMachine:${config.name}`))]),
    [[['states:StartExecution'], true]],
  );
  synthesize({ schedule: null }).template.resourceCountIs('AWS::Scheduler::Schedule', 0);
});

test('a CSV file that arrives starts a run on that file when it should, and only then', () => {
  const eager = synthesize({ startOnData: true });
  const bucket = eager.only('AWS::S3::Bucket', 'StorageArtifacts');
  assert.deepEqual(bucket.properties.NotificationConfiguration, {
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
  const rule = eager.only('AWS::Events::Rule').properties;
  assert.equal(rule.State, 'ENABLED');
  assert.deepEqual(rule.EventPattern, {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: {
      bucket: { name: [eager.substitutions.BucketName] },
      object: { key: [{ wildcard: 'data/incoming/*.csv' }] },
    },
  });
  const [target, ...others] = rule.Targets as { Arn: string; InputTransformer: Record<string, unknown> }[];
  assert.ok(target && others.length === 0);
  assert.ok(target.Arn.endsWith(`:stateMachine:${config.name}`), target.Arn);
  assert.deepEqual(target.InputTransformer, {
    InputPathsMap: { 'detail-object-key': '$.detail.object.key' },
    InputTemplate: '{"inputPrefix":<detail-object-key>}',
  });
  const role = eager.statementsOf('StateMachineEventsRole');
  assert.deepEqual(
    role.map(({ Action, Resource }) => [Action, Resource]),
    [[['states:StartExecution'], [target.Arn]]],
  );
  const patient = synthesize({ startOnData: false });
  patient.template.resourceCountIs('AWS::Events::Rule', 0);
  assert.equal(patient.only('AWS::S3::Bucket', 'StorageArtifacts').properties.NotificationConfiguration, undefined);
});

test('models go to a group of their own', () => {
  template.hasResourceProperties('AWS::SageMaker::ModelPackageGroup', { ModelPackageGroupName: config.name });
});

test('what config/pipeline.json says reaches the workflow', () => {
  const other = synthesize({ name: 'zz-other', region: 'us-west-2', metricThreshold: 0.61, instanceType: 'ml.c5.xlarge' });
  const { PipelineName, JobPrefix, ModelPackageGroupName, Region, MetricThreshold, InstanceType } = other.substitutions;
  assert.deepEqual(
    { PipelineName, JobPrefix, ModelPackageGroupName, Region, MetricThreshold, InstanceType },
    {
      PipelineName: 'zz-other',
      JobPrefix: 'zz-other',
      ModelPackageGroupName: 'zz-other',
      Region: 'us-west-2',
      MetricThreshold: '0.61',
      InstanceType: 'ml.c5.xlarge',
    },
  );
});

test('the configuration of this repository is valid', () => {
  assert.doesNotThrow(loadConfig);
});

for (const [field, value] of [
  ['name', 'Has Spaces'],
  ['region', 'Frankfurt'],
  ['metricThreshold', 80],
  ['metricThreshold', '0.8'],
  ['schedule', ''],
  ['startOnData', 'yes'],
  ['notificationEmail', 7],
  ['trainingImage', 'python:3'],
  ['instanceType', 'm5.large'],
] as const) {
  test(`the configuration refuses ${field} = ${JSON.stringify(value)} and names the field`, () => {
    assert.throws(() => parseConfig({ ...config, [field]: value }), new RegExp(field));
  });
}

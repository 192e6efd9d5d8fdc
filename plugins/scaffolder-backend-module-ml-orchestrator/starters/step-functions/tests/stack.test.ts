/** What gets deployed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Match } from 'aws-cdk-lib/assertions';

import { pipelineOf } from './support/pipeline';
import { synthesize } from './support/synthesized';

const { stack, substitutions } = pipelineOf();
const { template, config } = stack;

test('the state machine logs everything and traces', () => {
  template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
    StateMachineName: config.id,
    StateMachineType: 'STANDARD',
    TracingConfiguration: { Enabled: true },
    LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
  });
});

test('the scripts are in the bucket before the state machine that names them', () => {
  const deployments = template.findResources('Custom::CDKBucketDeployment');
  const code = Object.entries(deployments).find(
    ([, { Properties }]) =>
      (Properties as { DestinationBucketKeyPrefix: string }).DestinationBucketKeyPrefix === substitutions.CodePrefix,
  );
  assert.ok(code, 'no deployment fills the code prefix');
  assert.equal((code[1].Properties as { Prune: boolean }).Prune, false, 'older code must stay');
  const { id } = stack.only('AWS::StepFunctions::StateMachine', 'StateMachine');
  assert.ok(stack.resources[id]!.DependsOn?.includes(code[0]));
});

test('executions that cannot report their own end raise an alarm', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Metrics: Match.arrayWith(
      ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map(MetricName =>
        Match.objectLike({ MetricStat: Match.objectLike({ Metric: Match.objectLike({ MetricName }) }) }),
      ),
    ),
  });
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
    role.map(({ Action, Resource }) => [Action, Resource.every(arn => arn.endsWith(`:stateMachine:${config.id}`))]),
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
  const rule = eager.only('AWS::Events::Rule', 'DataArrival').properties;
  assert.equal(rule.State, 'ENABLED');
  assert.deepEqual(rule.EventPattern, {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: {
      bucket: { name: [eager.resolve({ Ref: bucket.id })] },
      object: { key: [{ wildcard: 'data/incoming/*.csv' }] },
    },
  });
  const [target, ...others] = rule.Targets as { Arn: string; InputTransformer: Record<string, unknown> }[];
  assert.ok(target && others.length === 0);
  assert.ok(target.Arn.endsWith(`:stateMachine:${config.id}`), target.Arn);
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
  assert.throws(() => patient.only('AWS::Events::Rule', 'DataArrival'), /found 0/);
  assert.equal(patient.only('AWS::S3::Bucket', 'StorageArtifacts').properties.NotificationConfiguration, undefined);
});

test('what config/pipeline.json says reaches the workflow', () => {
  const other = pipelineOf({
    name: 'zz-other',
    region: 'us-west-2',
    metricThreshold: 0.61,
    instanceType: 'ml.c5.xlarge',
  });
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

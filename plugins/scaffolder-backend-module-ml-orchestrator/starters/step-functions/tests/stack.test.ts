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

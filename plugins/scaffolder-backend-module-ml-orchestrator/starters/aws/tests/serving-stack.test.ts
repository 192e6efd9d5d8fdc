/** What is deployed to serve models, and what starts it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Match } from 'aws-cdk-lib/assertions';

import { servingName } from '../infra/serving';
import { fits, modelEvent } from './support/events';
import { servingOf } from './support/serving';
import { synthesize } from './support/synthesized';

for (const kind of ['endpoint', 'batch'] as const) {
  const { stack, name } = servingOf(kind);
  const { config } = stack;

  test(`${kind}: the approval of a version in the pipeline's group starts the workflow with that version`, () => {
    const { EventPattern, Targets, State } = stack.only('AWS::Events::Rule', 'ServingApproval').properties;
    assert.equal(State, 'ENABLED');
    const starts = (...event: Parameters<typeof modelEvent>): boolean => fits(EventPattern, modelEvent(...event));
    assert.ok(starts(config.id, 'Approved'), 'registered as approved');
    assert.ok(starts(config.id, 'Approved', ['ModelApprovalStatus', 'ApprovalDescription']), 'approved later');
    assert.ok(!starts(config.id, 'Rejected', ['ModelApprovalStatus']));
    assert.ok(!starts('another', 'Approved', ['ModelApprovalStatus']));
    for (const edited of ['ApprovalDescription', 'CustomerMetadataProperties', 'ModelLifeCycle']) {
      assert.ok(!starts(config.id, 'Approved', [edited]), `an edit of ${edited} approves nothing`);
    }
    const [target, ...others] = Targets as { Arn: string; InputTransformer: Record<string, unknown> }[];
    assert.ok(target && others.length === 0);
    assert.ok(target.Arn.endsWith(`:stateMachine:${name}`), target.Arn);
    assert.deepEqual(target.InputTransformer, {
      InputPathsMap: { 'detail-ModelPackageVersion': '$.detail.ModelPackageVersion' },
      InputTemplate: '{"action":"deploy","version":<detail-ModelPackageVersion>}',
    });
    assert.deepEqual(
      stack.statementsOf('ServingWorkflowEventsRole').map(({ Action, Resource }) => [Action, Resource]),
      [[['states:StartExecution'], [target.Arn]]],
    );
  });

  test(`${kind}: the workflow logs everything, and an alarm tells of executions that end badly`, () => {
    assert.equal(name, servingName(config));
    stack.template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: name,
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: true },
    });
    const { id } = stack.only('AWS::StepFunctions::StateMachine', 'ServingWorkflow');
    const dimensions = [{ Name: 'StateMachineArn', Value: { Ref: id } }];
    stack.template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Metrics: Match.arrayWith(
        ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map(MetricName =>
          Match.objectLike({
            MetricStat: Match.objectLike({ Metric: Match.objectLike({ MetricName, Dimensions: dimensions }) }),
          }),
        ),
      ),
    });
  });
}

test('the alarm that brings an old version back watches the endpoint, and tells people', () => {
  const { stack, substitutions } = servingOf('endpoint');
  const { id } = stack.config;
  stack.template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: substitutions.AlarmName,
    Namespace: 'AWS/SageMaker',
    MetricName: 'Invocation5XXErrors',
    Dimensions: [
      { Name: 'EndpointName', Value: id },
      { Name: 'VariantName', Value: substitutions.VariantName },
    ],
    TreatMissingData: 'notBreaching',
    AlarmActions: [{ Ref: stack.only('AWS::SNS::Topic').id }],
  });
});

test('without serving, nothing waits for approvals', () => {
  const { template } = synthesize({ serving: 'none' });
  const names = Object.keys((template.toJSON() as { Resources: object }).Resources);
  assert.deepEqual(
    names.filter(name => name.startsWith('Serving')),
    [],
  );
});

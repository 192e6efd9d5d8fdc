/** What starts runs, and who is told of what. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FILES_ARRIVE } from '../infra/source';
import { allows } from './support/iam';
import { ACCOUNT, synthesize } from './support/synthesized';
import type { Properties, Synthesized } from './support/synthesized';

const pipelineArn = ({ config }: Synthesized): string => `arn:aws:sagemaker:${config.region}:${ACCOUNT}:pipeline/${config.id}`;

function mayOnlyStart(stack: Synthesized, rolePrefix: string): void {
  const statements = stack.statementsOf(rolePrefix);
  const start = { action: 'sagemaker:StartPipelineExecution', resource: pipelineArn(stack) };
  assert.ok(allows(statements, start));
  assert.ok(!allows(statements, { ...start, resource: `${start.resource}-other` }));
  assert.deepEqual(statements.flatMap(({ Action }) => Action), [start.action]);
}

// ---- The schedule --------------------------------------------------------------------------------------------------------------

const schedulesOf = (stack: Synthesized): Properties[] =>
  Object.values(stack.template.findResources('AWS::Scheduler::Schedule')).map(
    ({ Properties }) => stack.resolve(Properties) as Properties,
  );

test('a schedule starts this pipeline in UTC when one is configured, and only then', () => {
  const monthly = synthesize({ schedule: '0 6 1 * *' });
  const [schedule, ...others] = schedulesOf(monthly);
  assert.equal(others.length, 0);
  assert.equal(schedule?.ScheduleExpression, 'cron(0 6 1 * ? *)');
  assert.equal(schedule.ScheduleExpressionTimezone, 'Etc/UTC');
  assert.equal(schedule.State, 'ENABLED');
  mayOnlyStart(monthly, 'SchedulerRole');
  synthesize({ schedule: null }).template.resourceCountIs('AWS::Scheduler::Schedule', 0);
});

test('a start that is delivered twice, or by two expressions for one minute, starts one run', () => {
  const stack = synthesize({ schedule: '0 6 1 * 1' });
  const schedules = schedulesOf(stack);
  assert.equal(schedules.length, 2);
  const requests = schedules.map(({ Target }) => {
    const { Arn, Input } = Target as { Arn: string; Input: string };
    assert.ok(Arn.endsWith(':aws-sdk:sagemaker:startPipelineExecution'), Arn);
    // What the scheduler does; the other attributes of its context differ from try to try.
    return JSON.parse(Input.replaceAll('<aws.scheduler.scheduled-time>', '2026-12-01T06:00:00Z')) as Properties;
  });
  assert.deepEqual(requests[0], requests[1]);
  assert.deepEqual(Object.keys(requests[0]!), ['PipelineName', 'ClientRequestToken']);
  assert.equal(requests[0]!.PipelineName, stack.config.id);
  const token = String(requests[0]!.ClientRequestToken);
  assert.match(token, /2026-12-01T06:00:00Z/);
  assert.ok(token.length >= 32 && token.length <= 128 && !token.includes('<'), token);
});

// ---- Data that arrives -----------------------------------------------------------------------------------------------------------

/** With a query as the source there is no such start; tests/source.test.ts sees it refused. */
const ifFilesArrive = { skip: !FILES_ARRIVE };

test('a CSV file that arrives starts a run on that file when it should, and only then', ifFilesArrive, () => {
  const eager = synthesize({ startOnData: true });
  const bucket = eager.only('AWS::S3::Bucket', 'StorageArtifacts');
  assert.deepEqual(bucket.properties.NotificationConfiguration, {
    EventBridgeConfiguration: { EventBridgeEnabled: true },
  });
  const rule = eager.only('AWS::Events::Rule', 'DataArrival').properties;
  assert.deepEqual(rule.EventPattern, {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: {
      bucket: { name: [eager.resolve({ Ref: bucket.id })] },
      object: { key: [{ wildcard: 'data/incoming/*.csv' }] },
    },
  });
  const [target, ...others] = rule.Targets as { Arn: string; SageMakerPipelineParameters: unknown }[];
  assert.ok(target && others.length === 0);
  assert.equal(target.Arn, pipelineArn(eager));
  assert.deepEqual(target.SageMakerPipelineParameters, {
    PipelineParameterList: [{ Name: 'InputPrefix', Value: '$.detail.object.key' }],
  });
  mayOnlyStart(eager, 'DataArrivalRole');

  const patient = synthesize({ startOnData: false });
  assert.throws(() => patient.only('AWS::Events::Rule', 'DataArrival'), /found 0/);
  assert.equal(patient.only('AWS::S3::Bucket', 'StorageArtifacts').properties.NotificationConfiguration, undefined);
});

test('what the rule hands over is a parameter of the pipeline', ifFilesArrive, () => {
  const { PipelineDefinition } = synthesize().only('AWS::SageMaker::Pipeline').properties as {
    PipelineDefinition: { PipelineDefinitionBody: string };
  };
  const { Parameters } = JSON.parse(PipelineDefinition.PipelineDefinitionBody) as { Parameters: { Name: string; Type: string }[] };
  assert.ok(Parameters.some(({ Name, Type }) => Name === 'InputPrefix' && Type === 'String'));
});

/** The metrics with an alarm, and what each is about. */
const alarmsOf = (stack: Synthesized): string[] =>
  Object.values(stack.template.findResources('AWS::CloudWatch::Alarm'))
    .map(({ Properties }) => stack.resolve(Properties) as { MetricName?: string; Dimensions?: { Value: string }[] })
    .map(({ MetricName, Dimensions = [] }) => `${MetricName} ${Dimensions.map(({ Value }) => Value).join()}`)
    .sort();

test('an alarm tells of starts that were given up, for each thing that starts runs', ifFilesArrive, () => {
  const both = synthesize({ schedule: '0 6 1 * *', startOnData: true, serving: 'none' });
  const arrivals = both.only('AWS::Events::Rule', 'DataArrival').id.toLowerCase();
  const alarms = alarmsOf(both);
  assert.ok(alarms.includes(`FailedInvocations ${arrivals}`), alarms.join());
  assert.equal(alarms.filter(alarm => alarm.startsWith('InvocationDroppedCount ')).length, 1);
  assert.equal(both.only('AWS::Scheduler::Schedule').properties.GroupName, alarms.at(-1)!.split(' ')[1]);
});

test('an alarm tells of a message about a failed run that could not be sent, and is the only one where nothing else can get lost', () => {
  const byHand = synthesize({ schedule: null, startOnData: false, serving: 'none' });
  const rule = byHand.only('AWS::Events::Rule', 'MessagesRunFailed').id.toLowerCase();
  assert.deepEqual(alarmsOf(byHand), [`FailedInvocations ${rule}`]);
});

// ---- Messages --------------------------------------------------------------------------------------------------------------------

test('people are told of failed runs of this pipeline, and of no others', () => {
  const stack = synthesize({ slack: null });
  const { EventPattern, Targets } = stack.only('AWS::Events::Rule', 'MessagesRunFailed').properties;
  assert.deepEqual(EventPattern, {
    source: ['aws.sagemaker'],
    'detail-type': ['SageMaker Model Building Pipeline Execution Status Change'],
    detail: { pipelineArn: [pipelineArn(stack)], currentPipelineExecutionStatus: ['Failed'] },
  });
  const [target, ...others] = Targets as {
    Arn: string;
    InputTransformer: { InputTemplate: string; InputPathsMap: Record<string, string> };
  }[];
  assert.ok(target && others.length === 0);
  assert.equal(target.Arn, stack.resolve({ Ref: stack.only('AWS::SNS::Topic').id }));
  const { InputTemplate, InputPathsMap } = target.InputTransformer;
  const [[name, path], ...more] = Object.entries(InputPathsMap) as [[string, string]];
  assert.equal(more.length, 0);
  assert.equal(path, '$.detail.pipelineExecutionArn');
  assert.ok(InputTemplate.includes(`--region ${stack.config.region} `) && InputTemplate.includes(`<${name}>`), InputTemplate);
});

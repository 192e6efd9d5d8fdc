/** The roles that serve may do what the workflows do, and little else. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { allows, denied } from './support/iam';
import type { Attempt } from './support/iam';
import { Served, servingOf } from './support/serving';
import type { ServingWorkflow } from './support/serving';
import { ACCOUNT } from './support/synthesized';
import type { Call, Run } from './support/workflow';

const sagemaker = 'arn:aws:states:::aws-sdk:sagemaker:';

/** What IAM asks for when Step Functions makes a call, by the Resource of the Task. */
function needsOf({ stack, substitutions }: ServingWorkflow, { resource, parameters }: Call): Attempt[] {
  const { region } = stack.config;
  const inRegion = (service: string, rest: unknown): string =>
    `arn:aws:${service}:${region}:${ACCOUNT}:${String(rest)}`;
  const on = (kind: string, name: unknown, ...actions: string[]): Attempt[] =>
    actions.map(action => ({
      action: `sagemaker:${action}`,
      resource: inRegion('sagemaker', `${kind}/${String(name)}`),
    }));
  const { ModelName, EndpointConfigName, EndpointName, TransformJobName } = parameters;
  const needs: Record<string, () => Attempt[]> = {
    [`${sagemaker}describeModelPackage`]: () => [
      { action: 'sagemaker:DescribeModelPackage', resource: String(parameters.ModelPackageName) },
    ],
    [`${sagemaker}createModel`]: () => [
      ...on('model', ModelName, 'CreateModel', 'AddTags'),
      {
        action: 'sagemaker:CreateModel',
        resource: (parameters.PrimaryContainer as { ModelPackageName: string }).ModelPackageName,
      },
      {
        action: 'iam:PassRole',
        resource: String(parameters.ExecutionRoleArn),
        context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
      },
    ],
    [`${sagemaker}describeModel`]: () => on('model', ModelName, 'DescribeModel'),
    [`${sagemaker}deleteModel`]: () => on('model', ModelName, 'DeleteModel'),
    [`${sagemaker}createEndpointConfig`]: () =>
      on('endpoint-config', EndpointConfigName, 'CreateEndpointConfig', 'AddTags'),
    [`${sagemaker}describeEndpointConfig`]: () => on('endpoint-config', EndpointConfigName, 'DescribeEndpointConfig'),
    [`${sagemaker}deleteEndpointConfig`]: () => on('endpoint-config', EndpointConfigName, 'DeleteEndpointConfig'),
    [`${sagemaker}createEndpoint`]: () => [
      ...on('endpoint', EndpointName, 'CreateEndpoint', 'AddTags'),
      ...on('endpoint-config', EndpointConfigName, 'CreateEndpoint'),
    ],
    [`${sagemaker}updateEndpoint`]: () => [
      ...on('endpoint', EndpointName, 'UpdateEndpoint'),
      ...on('endpoint-config', EndpointConfigName, 'UpdateEndpoint'),
      {
        action: 'cloudwatch:DescribeAlarms',
        resource: inRegion('cloudwatch', `alarm:${substitutions.AlarmName}`),
      },
    ],
    [`${sagemaker}describeEndpoint`]: () => on('endpoint', EndpointName, 'DescribeEndpoint'),
    [`${sagemaker}deleteEndpoint`]: () => on('endpoint', EndpointName, 'DeleteEndpoint'),
    'arn:aws:states:::aws-sdk:s3:listObjectsV2': () => [
      {
        action: 's3:ListBucket',
        resource: `arn:aws:s3:::${String(parameters.Bucket)}`,
        context: { 's3:prefix': String(parameters.Prefix) },
      },
    ],
    'arn:aws:states:::sagemaker:createTransformJob.sync': () => [
      ...on(
        'transform-job',
        TransformJobName,
        ...['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob', 'AddTags', 'ListTags'],
      ),
      ...['PutRule', 'PutTargets', 'DescribeRule'].map(action => ({
        action: `events:${action}`,
        resource: inRegion('events', 'rule/StepFunctionsGetEventsForSageMakerTransformJobsRule'),
      })),
    ],
    [`${sagemaker}describeTransformJob`]: () => on('transform-job', TransformJobName, 'DescribeTransformJob'),
    'arn:aws:states:::sns:publish': () => [
      { action: 'sns:Publish', resource: String(parameters.TopicArn) },
      ...['kms:GenerateDataKey', 'kms:Decrypt'].map(action => ({
        action,
        resource: String(stack.only('AWS::SNS::Topic').properties.KmsMasterKeyId),
      })),
    ],
  };
  const found = needs[resource];
  assert.ok(found, `say in needsOf which permissions ${resource} needs`);
  return found();
}

/** Executions that between them make every call. */
const EXECUTIONS: Record<'endpoint' | 'batch', (served: Served) => Promise<Run[]>> = {
  endpoint: async served => [
    await served.deploy(1),
    await served.deploy(2),
    await served.run({ action: 'teardown' }),
    await (async () => {
      served.aws.outcome = 'failed';
      await served.deploy(3);
      return served.deploy(3);
    })(),
    await served.run({ action: 'none' }),
  ],
  batch: async served => {
    served.aws.files.push('serving/input/customers.csv');
    const first = await served.deploy(1);
    served.aws.models.add(`${served.workflow.substitutions.JobPrefix}-v1-approval`);
    return [first, await served.deploy(1), await served.run({ action: 'none' })];
  },
};

for (const kind of ['endpoint', 'batch'] as const) {
  const workflow = servingOf(kind);
  const { stack } = workflow;
  const statements = stack.statementsOf('ServingWorkflowRole');
  const { region, id } = stack.config;
  const inRegion = (service: string, rest: string): string => `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`;

  test(`${kind}: the workflow may do everything that it does`, async () => {
    const runs = await EXECUTIONS[kind](new Served(workflow));
    const calls = runs.flatMap(run => run.calls);
    assert.deepEqual(
      denied(
        statements,
        calls.flatMap(call => needsOf(workflow, call)),
      ),
      [],
    );
    const tasks = Object.entries(workflow.definition.States).filter(([, { Type }]) => Type === 'Task');
    const made = new Set(calls.map(({ resource }) => resource));
    assert.deepEqual(
      tasks.filter(([, { Resource = '' }]) => !made.has(Resource)).map(([state]) => state),
      [],
    );
  });

  test(`${kind}: the workflow may not reach past its own pipeline, nor approve`, () => {
    const forbidden: Attempt[] = [
      { action: 'sagemaker:UpdateModelPackage', resource: inRegion('sagemaker', `model-package/${id}/1`) },
      { action: 'sagemaker:CreateModelPackage', resource: inRegion('sagemaker', `model-package-group/${id}`) },
      { action: 'sagemaker:CreateModel', resource: inRegion('sagemaker', 'model/other') },
      { action: 'sagemaker:CreateModel', resource: inRegion('sagemaker', 'model-package/other/1') },
      { action: 'sagemaker:DeleteModel', resource: inRegion('sagemaker', 'model/other') },
      { action: 'sagemaker:DeleteEndpoint', resource: inRegion('sagemaker', 'endpoint/other') },
      { action: 'sagemaker:UpdateEndpoint', resource: inRegion('sagemaker', 'endpoint/other') },
      { action: 'sagemaker:InvokeEndpoint', resource: inRegion('sagemaker', `endpoint/${id}`) },
      {
        action: 'iam:PassRole',
        resource: workflow.substitutions.JobRoleArn!,
        context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::bucket/serving/input/customers.csv' },
      { action: 'sns:Publish', resource: inRegion('sns', 'other') },
    ];
    assert.deepEqual(
      forbidden.filter(attempt => allows(statements, attempt)),
      [],
    );
  });
}

test('the model in an endpoint may write its logs, and SageMaker may read the alarm in its name', () => {
  const { stack } = servingOf('endpoint');
  const { region, id } = stack.config;
  assert.deepEqual(
    denied(stack.statementsOf('JobRole'), [
      {
        action: 'logs:PutLogEvents',
        resource: `arn:aws:logs:${region}:${ACCOUNT}:log-group:/aws/sagemaker/Endpoints/${id}:log-stream:live`,
      },
      {
        action: 'cloudwatch:DescribeAlarms',
        resource: `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${id}-endpoint-errors`,
      },
    ]),
    [],
  );
});

test('a transform job may read its input and write its scores, and nothing else there', () => {
  const { stack, substitutions } = servingOf('batch');
  const statements = stack.statementsOf('JobRole');
  const bucket = `arn:aws:s3:::${substitutions.BucketName}`;
  const { region } = stack.config;
  const needed: Attempt[] = [
    { action: 's3:ListBucket', resource: bucket, context: { 's3:prefix': 'serving/input/' } },
    { action: 's3:GetObject', resource: `${bucket}/serving/input/customers.csv` },
    { action: 's3:PutObject', resource: `${bucket}/serving/output/3/approval/customers.csv.out` },
    {
      action: 'logs:PutLogEvents',
      resource: `arn:aws:logs:${region}:${ACCOUNT}:log-group:/aws/sagemaker/TransformJobs:log-stream:x`,
    },
  ];
  assert.deepEqual(denied(statements, needed), []);
  const overwrite = { action: 's3:PutObject', resource: `${bucket}/serving/input/customers.csv` };
  assert.equal(allows(statements, overwrite), false);
  assert.equal(denied(servingOf('endpoint').stack.statementsOf('JobRole'), needed).length, needed.length);
});

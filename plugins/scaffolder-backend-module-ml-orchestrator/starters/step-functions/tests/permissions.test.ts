/** The roles may do what the workflow does, and little else. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { EXTRACTION_NEEDS } from './support/extraction';
import { allows, denied } from './support/iam';
import type { Attempt } from './support/iam';
import { evaluationReport, pipelineOf, runPipeline } from './support/pipeline';
import { ACCOUNT } from './support/synthesized';
import type { Synthesized } from './support/synthesized';
import { serviceError } from './support/workflow';
import type { Call, Handlers } from './support/workflow';

const pipeline = pipelineOf({ metricThreshold: 0.8, autoApproveThreshold: null });
const { stack, definition, substitutions } = pipeline;
const { region } = stack.config;
const inRegion = (service: string, rest: string): string => `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`;
const objectArn = (uri: unknown): string => `arn:aws:s3:::${String(uri).replace('s3://', '')}`;
const statements = stack.statementsOf('StateMachineRole');

function jobAttempts(kind: 'Processing' | 'Training', { parameters }: Call): Attempt[] {
  const job = inRegion('sagemaker', `${kind.toLowerCase()}-job/${String(parameters[`${kind}JobName`])}`);
  const rule = inRegion('events', `rule/StepFunctionsGetEventsForSageMaker${kind}JobsRule`);
  return [
    ...[`Create${kind}Job`, `Describe${kind}Job`, `Stop${kind}Job`, 'AddTags', 'ListTags'].map(action => ({
      action: `sagemaker:${action}`,
      resource: job,
    })),
    ...['PutRule', 'PutTargets', 'DescribeRule'].map(action => ({ action: `events:${action}`, resource: rule })),
    {
      action: 'iam:PassRole',
      resource: String(parameters.RoleArn),
      context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    },
  ];
}

/** What IAM asks for when Step Functions makes a call, by the Resource of the Task. */
const NEEDS: Record<string, (call: Call, stack: Synthesized) => Attempt[]> = {
  ...EXTRACTION_NEEDS,
  'arn:aws:states:::sagemaker:createProcessingJob.sync': call => jobAttempts('Processing', call),
  'arn:aws:states:::sagemaker:createTrainingJob.sync': call => jobAttempts('Training', call),
  'arn:aws:states:::aws-sdk:s3:getObject': ({ parameters: { Bucket, Key } }) => [
    { action: 's3:GetObject', resource: `arn:aws:s3:::${String(Bucket)}/${String(Key)}` },
    { action: 's3:ListBucket', resource: `arn:aws:s3:::${String(Bucket)}`, context: { 's3:prefix': String(Key) } },
  ],
  'arn:aws:states:::aws-sdk:sagemaker:createModelPackage': ({ parameters }) => {
    const group = String(parameters.ModelPackageGroupName);
    const { Containers } = parameters.InferenceSpecification as { Containers: { ModelDataUrl: string }[] };
    const { ModelQuality } = parameters.ModelMetrics as { ModelQuality: { Statistics: { S3Uri: string } } };
    return [
      { action: 'sagemaker:CreateModelPackage', resource: inRegion('sagemaker', `model-package-group/${group}`) },
      { action: 'sagemaker:CreateModelPackage', resource: inRegion('sagemaker', `model-package/${group}/1`) },
      ...Containers.map(({ ModelDataUrl }) => ({ action: 's3:GetObject', resource: objectArn(ModelDataUrl) })),
      { action: 's3:GetObject', resource: objectArn(ModelQuality.Statistics.S3Uri) },
    ];
  },
  'arn:aws:states:::aws-sdk:s3:putObject.waitForTaskToken': ({ parameters: { Bucket, Key } }) => [
    { action: 's3:PutObject', resource: `arn:aws:s3:::${String(Bucket)}/${String(Key)}` },
  ],
  'arn:aws:states:::aws-sdk:sagemaker:describeModelPackage': () => [
    { action: 'sagemaker:DescribeModelPackage', resource: inRegion('sagemaker', `model-package/${stack.config.id}/1`) },
  ],
  'arn:aws:states:::sns:publish': ({ parameters: { TopicArn } }) => {
    const { id, properties } = stack.only('AWS::SNS::Topic');
    assert.equal(TopicArn, inRegion('sns', id));
    return [
      { action: 'sns:Publish', resource: String(TopicArn) },
      ...['kms:GenerateDataKey', 'kms:Decrypt'].map(action => ({
        action,
        resource: String(properties.KmsMasterKeyId),
      })),
    ];
  },
};

const failing = (state: string, error: string): Handlers => ({
  [state]: () => {
    throw serviceError(error);
  },
});

let calls: Call[];
before(async () => {
  const runs = await Promise.all([
    runPipeline(pipeline),
    runPipeline(pipeline, { handlers: { ReadEvaluation: () => evaluationReport(0) } }),
    runPipeline(pipeline, { input: { metricThreshold: 'high' } }),
    runPipeline(pipeline, { handlers: failing('AwaitApproval', 'States.Timeout') }),
    runPipeline(pipeline, { handlers: failing('AwaitApproval', 'ModelRejected') }),
  ]);
  calls = runs.flatMap(run => run.calls);
});

for (const [name, { Type, Resource = '' }] of Object.entries(definition.States)) {
  if (Type !== 'Task') continue;
  test(`${name} has every permission that ${Resource} needs`, () => {
    const needs = NEEDS[Resource];
    assert.ok(needs, `say in NEEDS which permissions ${Resource} needs`);
    const made = calls.filter(call => call.state === name);
    assert.ok(made.length > 0, `no run above calls ${name}`);
    assert.deepEqual(
      denied(
        statements,
        made.flatMap(call => needs(call, stack)),
      ),
      [],
    );
  });
}

test('the state machine may not reach past its own pipeline', () => {
  const someRole = `arn:aws:iam::${ACCOUNT}:role/Admin`;
  const jobRole = substitutions.JobRoleArn!;
  const forbidden: Attempt[] = [
    { action: 'sagemaker:CreateTrainingJob', resource: inRegion('sagemaker', 'training-job/other') },
    { action: 'sagemaker:CreateProcessingJob', resource: inRegion('sagemaker', 'processing-job/other') },
    { action: 'sagemaker:CreateModelPackage', resource: inRegion('sagemaker', 'model-package-group/other') },
    { action: 'sagemaker:UpdateModelPackage', resource: inRegion('sagemaker', `model-package/${stack.config.id}/1`) },
    { action: 'iam:PassRole', resource: someRole, context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    { action: 'iam:PassRole', resource: jobRole, context: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    { action: 's3:GetObject', resource: `arn:aws:s3:::${substitutions.BucketName}/data/customers.csv` },
    { action: 's3:PutObject', resource: `arn:aws:s3:::${substitutions.BucketName}/executions/x/model/m` },
    { action: 's3:GetObject', resource: `arn:aws:s3:::${substitutions.BucketName}/approvals/1.json` },
    { action: 'sns:Publish', resource: inRegion('sns', 'other') },
    { action: 'lambda:InvokeFunction', resource: inRegion('lambda', 'function:any') },
  ];
  assert.deepEqual(
    // But for what the extraction is there for: who asks Athena reads the data in person.
    forbidden.filter(attempt => allows(statements, attempt) && !allows(stack.sourcePermissions, attempt)),
    [],
  );
});

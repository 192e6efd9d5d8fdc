/** A run waits for the person who decides on its model, and a second workflow hands it the decision. Both are executed here. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

import validate from 'asl-validator';

import { APPROVAL_FILE } from '../infra/approval';
import { approvalOf, Approvals } from './support/approvals';
import { fits, modelEvent } from './support/events';
import { allows, denied } from './support/iam';
import type { Attempt } from './support/iam';
import { pipelineOf, runPipeline } from './support/pipeline';
import { ACCOUNT } from './support/synthesized';
import { callsOf, sent, serviceError } from './support/workflow';
import type { Call, Handlers, Run } from './support/workflow';

const pipeline = pipelineOf({ metricThreshold: 0.8, autoApproveThreshold: null });
const { stack } = pipeline;
const workflow = approvalOf(pipeline);
const everVisited = new Set<string>();
const everCalled: Call[] = [];

const seen = (run: Run): Run => {
  run.visited.forEach(state => everVisited.add(state));
  everCalled.push(...run.calls);
  return run;
};

/** A run that waits for its model to be decided on, at most until the test ends, and what is there between it and the people. */
async function waitingRun(t: TestContext): Promise<{ run: Promise<Run>; approvals: Approvals }> {
  const approvals = new Approvals(workflow);
  const waits = approvals.nextWait();
  const run = runPipeline(pipeline, { handlers: approvals.waits });
  // Else a run that ends in another way would be waited for as well.
  const ended = run.then(({ visited }) => assert.fail(`the run did not wait; it ended at ${visited.at(-1)}`));
  await Promise.race([waits, ended]);
  t.after(() => {
    approvals.endWaiting();
    return run;
  });
  return { run, approvals };
}

const failing = (state: string, name: string): Handlers => ({
  [state]: () => {
    throw serviceError(name);
  },
});

test('an approved model ends the run that waited for it', async t => {
  const { run, approvals } = await waitingRun(t);
  assert.deepEqual([...approvals.files.keys()], ['approvals/1.json']);
  const handed = seen(await approvals.decide('Approved'));
  assert.deepEqual(handed.visited.slice(-2), ['SendApproval', 'DecisionHandedOver']);
  const { status, visited, calls } = await run;
  assert.equal(status, 'SUCCEEDED');
  assert.deepEqual(visited.slice(-4), ['RegisterModel', 'ChooseWait', 'AwaitApproval', 'ModelApproved']);
  assert.ok(!calls.some(({ resource }) => resource.endsWith('sns:publish')), 'there is nothing to tell');
});

test('a rejected model ends the run as well, once and for all, and people are told', async t => {
  const { run, approvals } = await waitingRun(t);
  const handed = seen(await approvals.decide('Rejected'));
  assert.deepEqual(handed.visited.slice(-2), ['SendRejection', 'DecisionHandedOver']);
  const result = await run;
  assert.equal(result.status, 'SUCCEEDED');
  assert.deepEqual(result.visited.slice(-4), [
    'AwaitApproval',
    'DescribeRejection',
    'NotifyRejection',
    'ModelRejected',
  ]);
  assert.equal(callsOf(result, 'AwaitApproval').length, 1, 'a rejection is no failure to try again after');
  assert.match(sent(callsOf(result, 'NotifyRejection')[0]!).text, /^Version 1 was rejected/);
});

for (const first of ['Approved', 'Rejected'] as const) {
  test(`${first}: the same decision, announced again, changes nothing and ends quietly`, async t => {
    const { run, approvals } = await waitingRun(t);
    await approvals.decide(first);
    await run;
    const again = seen(await approvals.decide(first));
    assert.equal(again.status, 'SUCCEEDED');
    assert.equal(again.visited.at(-1), 'NobodyWaits');
    assert.equal(again.calls.filter(({ state }) => state.startsWith('Send')).length, 1, 'a used token is not retried');
  });

  test(`${first}: a decision that comes too late ends quietly`, async t => {
    const { run, approvals } = await waitingRun(t);
    approvals.endWaiting();
    assert.equal((await run).visited.at(-1), 'ApprovalTimedOut');
    assert.equal(seen(await approvals.decide(first)).visited.at(-1), 'NobodyWaits');
  });

  test(`${first}: a token that does not exist any more ends quietly`, async t => {
    const { approvals } = await waitingRun(t);
    const state = first === 'Approved' ? 'SendApproval' : 'SendRejection';
    const result = seen(await approvals.decide(first, failing(state, 'Sfn.TaskDoesNotExistException')));
    assert.equal(result.visited.at(-1), 'NobodyWaits');
  });
}

test('a model that was approved at once finds nobody waiting', async () => {
  const result = seen(await new Approvals(workflow).decide('Approved'));
  assert.equal(result.status, 'SUCCEEDED');
  assert.equal(result.visited.at(-1), 'NobodyWaits');
  assert.equal(callsOf(result, 'ReadToken').length, 5, 'a run might be about to wait');
});

test('a decision that comes before the run waits reaches it all the same', async () => {
  const approvals = new Approvals(workflow);
  const handed = approvals.decide('Approved');
  const result = await runPipeline(pipeline, { handlers: approvals.waits });
  assert.equal(result.visited.at(-1), 'ModelApproved');
  // The first of the two to be there does not matter: the token, or the decision.
  const { visited } = seen(await handed);
  assert.ok(['DecisionHandedOver', 'NobodyWaits'].includes(visited.at(-1) ?? ''));
});

test('a decision that was taken back is not handed over', async t => {
  const { approvals } = await waitingRun(t);
  const result = seen(await approvals.decide('PendingManualApproval'));
  assert.equal(result.status, 'SUCCEEDED');
  assert.equal(result.visited.at(-1), 'DecisionWithdrawn');
});

for (const [state, error] of [
  ['ReadDecision', 'SageMaker.SageMakerException'],
  ['ReadToken', 'S3.S3Exception'],
  ['SendApproval', 'Sfn.SfnException'],
  ['SendRejection', 'Sfn.SfnException'],
] as const) {
  const status = state === 'SendRejection' ? 'Rejected' : 'Approved';
  test(`${state} is tried again, and fails the execution when ${error} does not end`, async t => {
    const { approvals } = await waitingRun(t);
    const result = seen(await approvals.decide(status, failing(state, error)));
    assert.equal(result.status, 'FAILED');
    assert.equal(result.error, error);
    assert.equal(callsOf(result, state).length, 5);
  });
}

test('the tests above entered every state of the workflow', () => {
  assert.deepEqual([...everVisited].sort(), Object.keys(workflow.definition.States).sort());
});

test('it is valid Amazon States Language, and every placeholder gets a value that is used', () => {
  const { isValid, errorsText } = validate(workflow.definition);
  assert.ok(isValid, errorsText('\n'));
  const placeholders = [...readFileSync(APPROVAL_FILE, 'utf8').matchAll(/\$\{(\w+)\}/g)].map(match => match[1]);
  assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(workflow.substitutions).sort());
});

for (const [name, { Type, TimeoutSeconds = 0, Retry = [], Catch = [] }] of Object.entries(workflow.definition.States)) {
  if (Type !== 'Task') continue;
  test(`${name} cannot hang, retries with a ceiling and jitter, and catches what is left`, () => {
    assert.ok(TimeoutSeconds > 0);
    const retriers = Retry.filter(({ MaxAttempts }) => MaxAttempts > 0);
    assert.ok(retriers.length > 0);
    assert.ok(retriers.every(retrier => retrier.JitterStrategy === 'FULL' && retrier.MaxDelaySeconds !== undefined));
    assert.deepEqual(Catch.at(-1)?.ErrorEquals, ['States.ALL']);
  });
}

const inRegion = (service: string, rest: string): string =>
  `arn:aws:${service}:${stack.config.region}:${ACCOUNT}:${rest}`;
const answers = (action: string): Attempt[] => [
  { action: `states:${action}`, resource: inRegion('states', `stateMachine:${pipeline.name}`) },
];

/** What IAM asks for, by the Resource of the Task. */
const NEEDS: Record<string, (call: Call) => Attempt[]> = {
  'arn:aws:states:::aws-sdk:sagemaker:describeModelPackage': ({ parameters }) => [
    { action: 'sagemaker:DescribeModelPackage', resource: String(parameters.ModelPackageName) },
  ],
  'arn:aws:states:::aws-sdk:s3:getObject': ({ parameters: { Bucket, Key } }) => [
    { action: 's3:GetObject', resource: `arn:aws:s3:::${String(Bucket)}/${String(Key)}` },
    { action: 's3:ListBucket', resource: `arn:aws:s3:::${String(Bucket)}`, context: { 's3:prefix': String(Key) } },
  ],
  'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess': () => answers('SendTaskSuccess'),
  'arn:aws:states:::aws-sdk:sfn:sendTaskFailure': () => answers('SendTaskFailure'),
};

test('its role has every permission that the calls above need, and reaches nothing else', () => {
  const statements = stack.statementsOf('ApprovalWorkflowRole');
  for (const call of everCalled) {
    const needs = NEEDS[call.resource];
    assert.ok(needs, `say in NEEDS which permissions ${call.resource} needs`);
    assert.deepEqual(denied(statements, needs(call)), []);
  }
  const bucket = `arn:aws:s3:::${pipeline.substitutions.BucketName}`;
  const forbidden: Attempt[] = [
    { action: 's3:GetObject', resource: `${bucket}/data/customers.csv` },
    { action: 's3:PutObject', resource: `${bucket}/approvals/1.json` },
    { action: 'sagemaker:UpdateModelPackage', resource: inRegion('sagemaker', `model-package/${stack.config.id}/1`) },
    { action: 'states:SendTaskSuccess', resource: inRegion('states', 'stateMachine:other') },
    { action: 'states:StartExecution', resource: inRegion('states', `stateMachine:${pipeline.name}`) },
  ];
  assert.deepEqual(
    forbidden.filter(attempt => allows(statements, attempt)),
    [],
  );
});

test('no job can read a token', () => {
  const resource = `arn:aws:s3:::${pipeline.substitutions.BucketName}/approvals/1.json`;
  assert.ok(!allows(stack.statementsOf('JobRole'), { action: 's3:GetObject', resource }));
});

test('each decision on a version of the group, for or against, starts the workflow with that version', () => {
  const { EventPattern, Targets, State } = stack.only('AWS::Events::Rule', 'ApprovalDecision').properties;
  assert.equal(State, 'ENABLED');
  for (const status of ['Approved', 'Rejected']) {
    const starts = (group: string, edited?: string[]): boolean => fits(EventPattern, modelEvent(group, status, edited));
    assert.ok(starts(stack.config.id, ['ModelApprovalStatus']), status);
    assert.ok(!starts(stack.config.id, ['ApprovalDescription']), `an edit of what is ${status} decides nothing`);
    assert.ok(!starts('another', ['ModelApprovalStatus']));
  }
  assert.ok(!fits(EventPattern, modelEvent(stack.config.id, 'PendingManualApproval', ['ModelApprovalStatus'])));
  const [target, ...others] = Targets as { Arn: string; InputTransformer: Record<string, unknown> }[];
  assert.ok(target && others.length === 0);
  assert.ok(target.Arn.endsWith(`:stateMachine:${workflow.name}`), target.Arn);
  assert.deepEqual(target.InputTransformer, {
    InputPathsMap: { 'detail-ModelPackageVersion': '$.detail.ModelPackageVersion' },
    InputTemplate: '{"version":<detail-ModelPackageVersion>}',
  });
});

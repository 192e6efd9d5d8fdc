/** The workflow that runs the pipeline for each segment, executed on this computer, and what starts it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import validate from 'asl-validator';

import { SEGMENTS_FILE } from '../infra/segments';
import { areEntries, readSegments, withDefaults } from '../infra/segments-config';
import { allows, denied } from './support/iam';
import type { Attempt } from './support/iam';
import { LISTED, SEGMENTS } from './support/stacks';
import { ACCOUNT, synthesizeOthers } from './support/synthesized';
import { callsOf, runWorkflow, sent, serviceError, statesIn } from './support/workflow';
import type { Handlers, Run, RunOptions } from './support/workflow';

const stack = synthesizeOthers({ schedule: '0 6 1 * *', metricThreshold: 0.7 }).segments!;
const { config } = stack;
const workflow = stack.workflow(SEGMENTS_FILE, 'Segments');
const everVisited = new Set<string>();
const names = SEGMENTS.map(({ name }) => name);

const SERVICES: Handlers = {
  TrainSegment: () => ({ Status: 'SUCCEEDED', Output: {} }),
  NotifyFailures: () => ({ MessageId: '1' }),
};

async function run(options: Partial<RunOptions> = {}): Promise<Run> {
  const result = await runWorkflow(workflow, {
    input: { segments: SEGMENTS },
    ...options,
    handlers: { ...SERVICES, ...options.handlers },
  });
  result.visited.forEach(state => everVisited.add(state));
  return result;
}

/** Runs of the pipeline, of which those for these segments fail. */
const failingFor = (...failing: string[]): Handlers => ({
  TrainSegment: ({ Input }) => {
    if (failing.includes(String((Input as { segment: string }).segment))) {
      throw serviceError('States.TaskFailed', 'the run failed');
    }
    return { Status: 'SUCCEEDED' };
  },
});

test('each segment gets a run of the pipeline with its data and its threshold, that waits for nobody', async () => {
  const result = await run();
  assert.equal(result.status, 'SUCCEEDED', result.cause);
  assert.equal(result.visited.at(-1), 'SegmentsDone');
  const calls = callsOf(result, 'TrainSegment').map(({ parameters }) => parameters);
  assert.deepEqual(
    calls.map(({ StateMachineArn }) => StateMachineArn),
    SEGMENTS.map(() => `arn:aws:states:${config.region}:${ACCOUNT}:stateMachine:${config.id}`),
  );
  assert.deepEqual(
    calls.map(({ Input }) => {
      const { AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: startedBy, ...input } = Input as Record<string, unknown>;
      assert.match(String(startedBy), new RegExp(`:execution:${workflow.name}:`));
      return input;
    }),
    SEGMENTS.map(({ name, inputPrefix, metricThreshold }) => ({
      segment: name,
      inputPrefix,
      metricThreshold,
      waitForApproval: false,
    })),
  );
});

test('a run is named after the execution and the segment: the same again for a repeated call, and within 80 characters', async () => {
  const executionName = 'x'.repeat(80);
  const namesOf = async (options: Partial<RunOptions>): Promise<string[]> =>
    callsOf(await run(options), 'TrainSegment').map(({ parameters }) => String(parameters.Name));
  const throttled = (): Handlers => {
    let calls = 0;
    return {
      TrainSegment: () => {
        calls += 1;
        if (calls <= 2) throw serviceError('StepFunctions.AWSStepFunctionsException', 'Rate exceeded');
        return { Status: 'SUCCEEDED' };
      },
    };
  };
  const first = await namesOf({ executionName });
  assert.equal(new Set(first).size, names.length);
  assert.ok(first.every(name => /^[a-z0-9]+-[0-9a-f]{40}$/.test(name) && name.length <= 80), first.join());
  const repeated = await namesOf({ executionName, handlers: throttled() });
  assert.equal(repeated.length, names.length + 2);
  assert.deepEqual(new Set(repeated), new Set(first));
  assert.ok((await namesOf({ executionName: 'other' })).every(name => !first.includes(name)));
});

test('a segment that fails stops no other, is not run again, and people are told which', async () => {
  const result = await run({ handlers: failingFor('retail') });
  assert.deepEqual(
    callsOf(result, 'TrainSegment').map(({ parameters }) => (parameters.Input as { segment: string }).segment),
    names,
  );
  assert.equal(result.status, 'FAILED');
  assert.equal(result.error, 'SegmentsFailed');
  const { topic, subject, text } = sent(callsOf(result, 'NotifyFailures')[0]!);
  assert.equal(topic, workflow.substitutions.TopicArn);
  assert.equal(subject, `${config.id}: segments failed`);
  assert.match(text, /^The runs of 1 of 2 segments failed; .* - Segments: \["retail"\]$/);
  assert.match(text, /\/states\/home\?region=/);
});

test('all that fail are named', async () => {
  const result = await run({ handlers: failingFor(...names) });
  assert.match(sent(callsOf(result, 'NotifyFailures')[0]!).text, /\["retail","business"\]/);
});

test('Step Functions that stays throttled fails the segment only', async () => {
  const TrainSegment = (): never => {
    throw serviceError('StepFunctions.ExecutionLimitExceededException');
  };
  const result = await run({ handlers: { TrainSegment }, input: { segments: SEGMENTS.slice(0, 1) } });
  assert.equal(callsOf(result, 'TrainSegment').length, 5);
  assert.equal(result.error, 'SegmentsFailed');
});

test('when the message fails as well, the execution still ends as failed', async () => {
  const NotifyFailures = (): never => {
    throw serviceError('SNS.InternalErrorException');
  };
  const result = await run({ handlers: { ...failingFor('business'), NotifyFailures } });
  assert.equal(callsOf(result, 'NotifyFailures').length, 5);
  assert.equal(result.error, 'SegmentsFailed');
});

for (const input of [{}, { segments: [] }]) {
  test(`the input ${JSON.stringify(input)} starts nothing, and says what it must be`, async () => {
    const result = await run({ input });
    assert.equal(result.error, 'InvalidInput');
    assert.equal(result.calls.length, 0);
  });
}

test('the tests above entered every state, those for each segment as well', () => {
  const states = statesIn(workflow.definition).map(([name]) => name);
  assert.deepEqual([...everVisited].sort(), states.sort());
});

test('it is valid Amazon States Language, and every placeholder gets a value that is used', () => {
  const { isValid, errorsText } = validate(workflow.definition);
  assert.ok(isValid, errorsText('\n'));
  const placeholders = [...readFileSync(SEGMENTS_FILE, 'utf8').matchAll(/\$\{(\w+)\}/g)].map(match => match[1]);
  assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(workflow.substitutions).sort());
});

for (const [name, { Type, TimeoutSeconds = 0, Retry = [], Catch = [] }] of statesIn(workflow.definition)) {
  if (Type !== 'Task') continue;
  test(`${name} cannot hang, retries with a ceiling and jitter, and catches what is left`, () => {
    assert.ok(TimeoutSeconds > 0);
    assert.ok(Retry.length > 0);
    assert.ok(Retry.every(retrier => retrier.JitterStrategy === 'FULL' && retrier.MaxDelaySeconds !== undefined));
    assert.deepEqual(Catch.at(-1)?.ErrorEquals, ['States.ALL']);
  });
}

const inRegion = (service: string, rest: string): string => `arn:aws:${service}:${config.region}:${ACCOUNT}:${rest}`;

test('its role has every permission that the calls need, and reaches no other workflow', async () => {
  const statements = stack.statementsOf('SegmentsRole');
  const calls = callsOf(await run(), 'TrainSegment');
  const key = String(stack.only('AWS::SNS::Topic').properties.KmsMasterKeyId);
  const rule = inRegion('events', 'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule');
  const needs: Attempt[] = [
    ...calls.flatMap(({ parameters: { StateMachineArn, Name } }) => [
      { action: 'states:StartExecution', resource: String(StateMachineArn) },
      ...['states:DescribeExecution', 'states:StopExecution'].map(action => ({
        action,
        resource: inRegion('states', `execution:${config.id}:${String(Name)}`),
      })),
    ]),
    ...['PutRule', 'PutTargets', 'DescribeRule'].map(action => ({ action: `events:${action}`, resource: rule })),
    { action: 'sns:Publish', resource: String(workflow.substitutions.TopicArn) },
    ...['kms:GenerateDataKey', 'kms:Decrypt'].map(action => ({ action, resource: key })),
  ];
  assert.deepEqual(denied(statements, needs), []);
  const forbidden: Attempt[] = [
    { action: 'states:StartExecution', resource: inRegion('states', 'stateMachine:other') },
    { action: 'states:StopExecution', resource: inRegion('states', 'execution:other:x') },
    { action: 'sagemaker:CreateTrainingJob', resource: inRegion('sagemaker', 'training-job/x') },
  ];
  assert.deepEqual(
    forbidden.filter(attempt => allows(statements, attempt)),
    [],
  );
});

test('where there are segments, the schedule starts the workflow for all of them', () => {
  const { Target } = stack.only('AWS::Scheduler::Schedule').properties as { Target: { Arn: string; Input: string } };
  assert.ok(Target.Arn.endsWith(`:stateMachine:${workflow.name}`), Target.Arn);
  assert.deepEqual(JSON.parse(Target.Input), { segments: LISTED });
});

test('what may be left out of a segment has a default', () => {
  const threshold = config.metricThreshold;
  assert.deepEqual(withDefaults({ name: 'all' }, config), {
    name: 'all',
    inputPrefix: 'data/',
    metricThreshold: threshold,
  });
  assert.equal(withDefaults({ name: 'retail' }, config).inputPrefix, 'data/retail/');
  assert.deepEqual(withDefaults({ name: 'retail', dataPrefix: 'data/x/', metricThreshold: 0.9 }, config), {
    name: 'retail',
    inputPrefix: 'data/x/',
    metricThreshold: 0.9,
  });
});

test('config/segments.json of this repository is right', () => {
  assert.doesNotThrow(() => readSegments(config));
});

for (const [what, entries] of [
  ['a name that no run can have', [{ name: 'Retail Customers' }]],
  ['a folder that the jobs may not read', [{ name: 'retail', dataPrefix: 'executions/' }]],
  ['a threshold that is no share', [{ name: 'retail', metricThreshold: 80 }]],
  ['a field that nothing reads', [{ name: 'retail', prefix: 'data/' }]],
  ['a name that is there twice', [{ name: 'retail' }, { name: 'retail' }]],
  ['no list', { name: 'retail' }],
] as const) {
  test(`segments are refused for ${what}`, () => assert.equal(areEntries(entries), false));
}

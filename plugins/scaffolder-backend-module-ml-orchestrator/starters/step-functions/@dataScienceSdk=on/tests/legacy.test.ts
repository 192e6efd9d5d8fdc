/** The workflow as `make legacy` compiles it (legacy/README.md), beside workflow/pipeline.asl.json. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import path from 'node:path';

import validate from 'asl-validator';

import { ROOT } from '../infra/config';
import { DEFINITION_FILE } from '../infra/state-machine';
import { evaluationReport, pipelineOf, runPipeline } from './support/pipeline';
import type { Pipeline } from './support/pipeline';
import type { Definition, Properties } from './support/synthesized';
import { serviceError } from './support/workflow';
import type { Handlers, RunOptions } from './support/workflow';

const COMPILED_FILE = path.join(ROOT, 'build', 'legacy.asl.json');

/** What may be in one of the two only. */
function mayDiffer(field: string, value: unknown): boolean {
  // The Python code has comments of its own.
  if (field === 'Comment') return true;
  // The SDK always writes it; the file leaves it to the service, whose default it is.
  return field === 'AppManaged' && value === false;
}

/** The JSON without what may differ. */
const comparable = (json: string): unknown =>
  JSON.parse(json, (field, value: unknown) => (mayDiffer(field, value) ? undefined : value));

const read = (file: string): Definition & Properties =>
  comparable(readFileSync(file, 'utf8')) as Definition & Properties;
const byHand = read(DEFINITION_FILE);
const compiled = read(COMPILED_FILE);

for (const name of new Set([...Object.keys(byHand.States), ...Object.keys(compiled.States)])) {
  test(`${name} is the same in legacy/ and in the workflow file`, () => {
    assert.ok(byHand.States[name], `legacy/ has a state ${name}, the workflow file has none`);
    assert.ok(compiled.States[name], `the workflow file has a state ${name}, legacy/ has none`);
    assert.deepEqual(compiled.States[name], byHand.States[name]);
  });
}

test('so is what surrounds the states', () => {
  assert.deepEqual({ ...compiled, States: {} }, { ...byHand, States: {} });
});

// A threshold for each way through the gate, whatever this repository is configured with.
const original = pipelineOf({ metricThreshold: 0.8, autoApproveThreshold: 0.9 });
const legacy: Pipeline = { ...original, ...original.stack.workflow(COMPILED_FILE, 'StateMachine') };

test('what the SDK writes is valid Amazon States Language', () => {
  const { isValid, errorsText } = validate(legacy.definition);
  assert.ok(isValid, errorsText('\n'));
});

const withAuc = (auc: unknown): Handlers => ({ ReadEvaluation: () => evaluationReport(auc) });
const failing = (state: string, error: string): Handlers => ({
  [state]: () => {
    throw serviceError(error, 'broken');
  },
});

/** What the services do, or what the run is asked for. */
const CASES: Record<string, Partial<RunOptions>> = {
  'a model that is approved at once': { handlers: withAuc(0.95) },
  'a model that waits for approval': { handlers: withAuc(0.85) },
  'a model that nobody is waited for': { handlers: withAuc(0.85), input: { waitForApproval: false } },
  'a model that is rejected': { handlers: { ...withAuc(0.85), ...failing('AwaitApproval', 'ModelRejected') } },
  'a model that nobody decides on': { handlers: { ...withAuc(0.85), ...failing('AwaitApproval', 'States.Timeout') } },
  'a token that cannot be left': { handlers: { ...withAuc(0.85), ...failing('AwaitApproval', 'S3.S3Exception') } },
  'a model below the threshold': { handlers: withAuc(0.5) },
  'an evaluation without a number': { handlers: withAuc('0.95') },
  'a threshold and data of its own': { input: { metricThreshold: 0.1, inputPrefix: 'data/2026-11/' } },
  'an input that is refused': { input: { metricThreshold: '0.8' } },
  'a job that fails': { handlers: failing('TrainModel', 'States.TaskFailed') },
  'a quota that stays used up': { handlers: failing('PrepareData', 'SageMaker.ResourceLimitExceededException') },
  'a service that stays broken': { handlers: failing('EvaluateModel', 'SageMaker.AmazonSageMakerException') },
  'an evaluation that is missing': { handlers: failing('ReadEvaluation', 'S3.NoSuchKeyException') },
  'a registry that is broken': { handlers: failing('RegisterModel', 'SageMaker.SageMakerException') },
  'a message that cannot be sent': {
    handlers: { ...withAuc(0.5), ...failing('NotifyThresholdMissed', 'SNS.SnsException') },
  },
  'no message at all': { handlers: { ...withAuc(null), ...failing('NotifyFailure', 'SNS.SnsException') } },
};
const visited = new Set<string>();

/** How a run went, with every call that it made. */
async function account(pipeline: Pipeline, options: Partial<RunOptions>): Promise<unknown> {
  const run = await runPipeline(pipeline, options);
  run.visited.forEach(state => visited.add(state));
  // The id that each run draws.
  return comparable(JSON.stringify(run).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'run-id'));
}

for (const [what, options] of Object.entries(CASES)) {
  test(`both run alike: ${what}`, async () => {
    assert.deepEqual(await account(legacy, options), await account(original, options));
  });
}

test('the runs above entered every state', () => {
  assert.deepEqual([...visited].sort(), Object.keys(legacy.definition.States).sort());
});

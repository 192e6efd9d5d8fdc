/** The extraction that a run begins with: where it leaves the data, and what happens when it fails. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  EXTRACTION,
  EXTRACTION_RETRIED,
  EXTRACTION_SERVICES,
  extractedTo,
  identityOf,
  limitSeconds,
} from './support/extraction';
import { pipelineOf, runPipeline } from './support/pipeline';
import { callsOf, sent, serviceError } from './support/workflow';
import type { Handlers, Run } from './support/workflow';

const pipeline = pipelineOf();
const { definition, substitutions } = pipeline;

const failing = (state: string): Handlers => ({
  [state]: () => {
    throw serviceError('States.TaskFailed', 'the data is out of reach');
  },
});

/** Where prepare looks for the data, and for nothing else but its code. */
function readByPrepare(run: Run): string[] {
  const inputs = callsOf(run, 'PrepareData')[0]!.parameters.ProcessingInputs as { S3Input: { S3Uri: string } }[];
  return inputs.map(({ S3Input }) => S3Input.S3Uri).filter(uri => !uri.includes('/code/'));
}

test('prepare reads what was extracted for its own run, and nothing else', async () => {
  const run = await runPipeline(pipeline, { executionName: 'one' });
  assert.deepEqual(run.visited.slice(0, 3 + EXTRACTION.length + 1), [
    'SetDefaults',
    'StartRun',
    'CheckSettings',
    ...EXTRACTION,
    'PrepareData',
  ]);
  assert.equal(extractedTo(run), `s3://${substitutions.BucketName}/executions/one/extracted/`);
  assert.deepEqual(readByPrepare(run), [extractedTo(run)]);
});

for (const state of EXTRACTION) {
  test(`when ${state} fails, nothing is trained, and people are told why`, async () => {
    const run = await runPipeline(pipeline, { handlers: failing(state) });
    assert.equal(run.error, 'States.TaskFailed');
    assert.ok(!run.visited.includes('PrepareData'));
    assert.deepEqual(run.visited.slice(-3), ['DescribeFailure', 'NotifyFailure', 'PipelineFailed']);
    assert.match(sent(callsOf(run, 'NotifyFailure')[0]!).text, /the data is out of reach/);
  });
}

test('an extraction that itself fails is not asked for again', async () => {
  const run = await runPipeline(pipeline, { handlers: failing('ExtractData') });
  assert.equal(callsOf(run, 'ExtractData').length, 1);
});

test('a call that is repeated after an error of the service has the identity that it had', async () => {
  const errors = EXTRACTION_RETRIED.ExtractData!.slice(0, 1);
  const ExtractData: Handlers[string] = parameters => {
    const error = errors.pop();
    if (error !== undefined) throw serviceError(error);
    return EXTRACTION_SERVICES.ExtractData!(parameters);
  };
  const [first, second, ...others] = callsOf(await runPipeline(pipeline, { handlers: { ExtractData } }), 'ExtractData');
  assert.equal(others.length, 0);
  assert.equal(identityOf(first!), identityOf(second!));
});

test('two executions share no extraction and no place', async () => {
  const [one, other] = await Promise.all(
    ['one', 'two'].map(executionName => runPipeline(pipeline, { executionName })),
  );
  assert.notEqual(extractedTo(one!), extractedTo(other!));
  const [first, second] = [one!, other!].map(run => identityOf(callsOf(run, 'ExtractData')[0]!));
  assert.ok(first === undefined || first !== second);
});

test('the extraction has less time than the task that waits for it', async () => {
  const { parameters } = callsOf(await runPipeline(pipeline), 'ExtractData')[0]!;
  const limit = limitSeconds(pipeline.stack, parameters);
  assert.ok(limit > 0 && limit < definition.States.ExtractData!.TimeoutSeconds!);
});

/** The workflow's definition, read rather than run. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import validate from 'asl-validator';

import { DEFINITION_FILE } from '../infra/state-machine';
import { EXTRACTION } from './support/extraction';
import { pipelineOf } from './support/pipeline';

const { definition, substitutions } = pipelineOf();
const tasks = Object.entries(definition.States).filter(([, state]) => state.Type === 'Task');

test('it is valid Amazon States Language', () => {
  const { isValid, errorsText } = validate(definition);
  assert.ok(isValid, errorsText('\n'));
});

test('it can be edited in Workflow Studio before substitution: plain JSON, in JSONPath', () => {
  const raw = JSON.parse(readFileSync(DEFINITION_FILE, 'utf8')) as typeof definition;
  assert.equal(raw.QueryLanguage ?? 'JSONPath', 'JSONPath');
  assert.ok(!JSON.stringify(raw).includes('{%'));
});

test('every placeholder gets a value, and every value is used', () => {
  const placeholders = [...readFileSync(DEFINITION_FILE, 'utf8').matchAll(/\$\{(\w+)\}/g)].map(match => match[1]);
  assert.deepEqual([...new Set(placeholders)].sort(), Object.keys(substitutions).sort());
});

for (const [name, state] of tasks) {
  test(`${name} cannot hang, retries with a ceiling and jitter, and its failures lead to a notification`, () => {
    assert.ok(state.TimeoutSeconds !== undefined && state.TimeoutSeconds > 0, 'no TimeoutSeconds');
    const retriers = state.Retry?.filter(retrier => retrier.MaxAttempts > 0) ?? [];
    assert.ok(retriers.length > 0, 'no Retry');
    for (const retrier of retriers) {
      assert.ok(retrier.MaxAttempts <= 5, 'too many attempts');
      assert.ok(retrier.MaxDelaySeconds !== undefined, 'no MaxDelaySeconds');
      assert.equal(retrier.JitterStrategy, 'FULL');
    }
    const catcher = state.Catch?.at(-1);
    assert.deepEqual(catcher?.ErrorEquals, ['States.ALL']);
    assert.equal(catcher?.Next, name === 'NotifyFailure' ? 'PipelineFailed' : 'DescribeFailure');
    // The input must survive: the notification and the Fail state read from it.
    assert.match(catcher?.ResultPath ?? '', /^\$\.\w+$/);
  });
}

test('a job has less time than the task that waits for it', () => {
  for (const [name, { Parameters, TimeoutSeconds = 0 }] of tasks) {
    const limit = Parameters?.StoppingCondition as { MaxRuntimeInSeconds: number } | undefined;
    if (limit !== undefined) assert.ok(limit.MaxRuntimeInSeconds < TimeoutSeconds, name);
  }
});

test('the containers of the steps have no network; only an extraction has to reach its source', () => {
  for (const [name, { Parameters = {}, Resource = '' }] of tasks) {
    if (!Resource.endsWith('.sync') || EXTRACTION.includes(name)) continue;
    const isolated = (Parameters.NetworkConfig ?? Parameters) as { EnableNetworkIsolation?: boolean };
    assert.equal(isolated.EnableNetworkIsolation, true, name);
  }
});

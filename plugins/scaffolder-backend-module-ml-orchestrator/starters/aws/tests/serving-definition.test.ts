/** The definitions of the workflows that serve, read rather than run. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import validate from 'asl-validator';

import { BATCH_FILE } from '../infra/serving-batch';
import { ENDPOINT_FILE } from '../infra/serving-endpoint';
import { servingOf } from './support/serving';

for (const [kind, file] of [
  ['endpoint', ENDPOINT_FILE],
  ['batch', BATCH_FILE],
] as const) {
  const { definition, substitutions } = servingOf(kind);

  test(`${kind}: it is valid Amazon States Language`, () => {
    const { isValid, errorsText } = validate(definition);
    assert.ok(isValid, errorsText('\n'));
  });

  test(`${kind}: every placeholder gets a value`, () => {
    const placeholders = [...readFileSync(file, 'utf8').matchAll(/\$\{(\w+)\}/g)].map(match => match[1]!);
    assert.deepEqual(
      placeholders.filter(name => substitutions[name] === undefined),
      [],
    );
  });

  for (const [name, state] of Object.entries(definition.States)) {
    if (state.Type !== 'Task') continue;
    test(`${kind}: ${name} cannot hang, retries with a ceiling and jitter, and catches what is left`, () => {
      assert.ok(state.TimeoutSeconds !== undefined && state.TimeoutSeconds > 0, 'no TimeoutSeconds');
      assert.ok(state.Retry !== undefined && state.Retry.length > 0, 'no Retry');
      for (const retrier of state.Retry) {
        assert.ok(retrier.MaxAttempts >= 1 && retrier.MaxAttempts <= 5, 'no attempts, or too many');
        assert.ok(retrier.MaxDelaySeconds !== undefined, 'no MaxDelaySeconds');
        assert.equal(retrier.JitterStrategy, 'FULL');
      }
      const catcher = state.Catch?.at(-1);
      assert.deepEqual(catcher?.ErrorEquals, ['States.ALL']);
      // The input must survive: what comes next reads from it.
      assert.match(catcher?.ResultPath ?? '', /^\$\.\w+$/);
    });
  }
}

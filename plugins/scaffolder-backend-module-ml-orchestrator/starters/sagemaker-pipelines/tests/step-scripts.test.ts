/** A change to one script repeats the steps that need it, and leaves what the step cache knows of the others. */

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { fillIn, readDefinition, stepsOf } from '../infra/definition';
import { WITHOUT } from '../infra/step-scripts';
import { prefixOf } from '../infra/storage';

const SCRIPTS = path.join(ROOT, 'steps');

/** Which steps of the definition have other arguments after a change to the scripts. */
function changedBy(change: (scripts: string) => void): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'steps-'));
  try {
    cpSync(SCRIPTS, folder, { recursive: true });
    const before = argumentsWith(folder);
    change(folder);
    const after = argumentsWith(folder);
    return Object.keys(before).filter(step => before[step] !== after[step]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function argumentsWith(scripts: string): Record<string, string> {
  const code = Object.entries(WITHOUT).map(([step, without]) => [`${step}Code`, prefixOf(scripts, without).slice(0, -1)]);
  // What else is left open says nothing of scripts.
  const open = [...readDefinition().matchAll(/\$\{(\w+)\}/g)].map(([, name]) => [name, '']);
  const filled = fillIn(readDefinition(), Object.fromEntries([...open, ...code]) as Record<string, string>);
  return Object.fromEntries(stepsOf(filled).map(({ Name, Arguments }) => [Name, JSON.stringify(Arguments)]));
}

const append = (script: string) => (scripts: string): void => appendFileSync(path.join(scripts, script), '# changed\n');
const training = stepsOf(readDefinition()).find(({ Type }) => Type === 'Training' || Type === 'Tuning')!.Name;

for (const [script, step] of [
  ['prepare.py', 'Prepare'],
  ['train.py', training],
  ['churn_model.py', training],
  ['inference.py', training],
  ['evaluate.py', 'Evaluate'],
] as const) {
  test(`a change to ${script} repeats ${step === training ? 'the training' : step}, and no other step`, () => {
    assert.deepEqual(changedBy(append(script)), [step]);
  });
}

test('a new module goes along with the training, which may import it', () => {
  assert.deepEqual(
    changedBy(scripts => writeFileSync(path.join(scripts, 'features.py'), 'NAMES = ()\n')),
    [training],
  );
});

test('what Python leaves beside the scripts changes nothing', () => {
  assert.deepEqual(
    changedBy(scripts => writeFileSync(path.join(scripts, 'train.pyc'), '')),
    [],
  );
});

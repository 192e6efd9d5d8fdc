/** The tables of permissions tell of every one that the app's stacks give, and of no other. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actionsIn } from './support/pages';
import { EVERYTHING, synthesize, synthesizeOthers } from './support/synthesized';
import type { Statement } from './support/synthesized';

const actionsOf = (statements: Statement[]): string[] =>
  [...new Set(statements.flatMap(({ Action }) => Action))].sort();

// With every switch on, so that the tables are about all that the stack can give.
const withoutServing = synthesize({ ...EVERYTHING, serving: 'none' }).identityStatements;

test('docs/permissions.md, with what docs/source.md adds, is complete and true', () => {
  const others = Object.values(synthesizeOthers(EVERYTHING)).flatMap(stack => stack.identityStatements);
  assert.deepEqual(actionsIn('permissions.md', 'source.md'), actionsOf([...withoutServing, ...others]));
});

test('docs/serving.md is complete and true about what serving adds', () => {
  const known = new Set(withoutServing.map(statement => JSON.stringify(statement)));
  const added = (['endpoint', 'batch'] as const)
    .flatMap(serving => synthesize({ ...EVERYTHING, serving }).identityStatements)
    .filter(statement => !known.has(JSON.stringify(statement)));
  assert.deepEqual(
    actionsIn('serving.md'),
    // The topic, the log and the traces are the pipeline's too, in the same words.
    actionsOf([...added, ...synthesize({ serving: 'endpoint' }).statementsOf('ServingWorkflowRole')]),
  );
});

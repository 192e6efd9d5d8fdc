/** The tables of permissions tell of every one that the app's stacks give, and of no other. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { EVERYTHING, synthesize, synthesizeOthers } from './support/synthesized';
import type { Statement } from './support/synthesized';

/** The actions that the tables of a page name. */
function toldIn(page: string): string[] {
  const table = readFileSync(path.join(ROOT, 'docs', page), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('|'))
    .join('\n');
  return [...new Set([...table.matchAll(/`([a-z0-9]+:[A-Za-z*]+)`/g)].map(match => match[1]!))].sort();
}

const actionsOf = (statements: Statement[]): string[] =>
  [...new Set(statements.flatMap(({ Action }) => Action))].sort();

// With every switch on, so that the tables are about all that the stack can give.
const withoutServing = synthesize({ ...EVERYTHING, serving: 'none' }).identityStatements;

test('docs/permissions.md is complete and true', () => {
  const others = Object.values(synthesizeOthers(EVERYTHING)).flatMap(stack => stack.identityStatements);
  assert.deepEqual(toldIn('permissions.md'), actionsOf([...withoutServing, ...others]));
});

test('docs/serving.md is complete and true about what serving adds', () => {
  const known = new Set(withoutServing.map(statement => JSON.stringify(statement)));
  const added = (['endpoint', 'batch'] as const)
    .flatMap(serving => synthesize({ ...EVERYTHING, serving }).identityStatements)
    .filter(statement => !known.has(JSON.stringify(statement)));
  assert.deepEqual(
    toldIn('serving.md'),
    // The topic, the log and the traces are the pipeline's too, in the same words.
    actionsOf([...added, ...synthesize({ serving: 'endpoint' }).statementsOf('ServingWorkflowRole')]),
  );
});

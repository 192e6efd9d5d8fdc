/** The tables of permissions tell of every one that the stacks give, and of no other. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { dagStatements, stacksFor, statementsIn } from './support/airflow';
import { EVERYTHING, synthesize } from './support/synthesized';
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
const pipeline = synthesize({ ...EVERYTHING, serving: 'none' });

test('docs/permissions.md is complete and true', () => {
  const airflow = stacksFor({ environment: 'mw1.small' }).airflow!;
  const given = [...pipeline.identityStatements, ...dagStatements(pipeline), ...statementsIn(airflow)];
  assert.deepEqual(toldIn('permissions.md'), actionsOf(given));
});

test('docs/serving.md is complete and true about what serving adds', () => {
  const known = new Set(pipeline.identityStatements.map(statement => JSON.stringify(statement)));
  const added = (['endpoint', 'batch'] as const)
    .flatMap(serving => synthesize({ ...EVERYTHING, serving }).identityStatements)
    .filter(statement => !known.has(JSON.stringify(statement)));
  assert.deepEqual(
    toldIn('serving.md'),
    // The topic, the log and the traces are the pipeline's too, in the same words.
    actionsOf([...added, ...synthesize({ serving: 'endpoint' }).statementsOf('ServingWorkflowRole')]),
  );
});

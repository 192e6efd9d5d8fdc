/**
 * tests/golden/stack.json is what the infrastructure comes to: its resources, and who may do what. Whoever reviews a change
 * sees there what it adds or widens. `make golden` writes it anew.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { dagStatements, stacksFor, statementsIn } from './support/airflow';
import { outlines } from './support/golden';
import type { Outline } from './support/golden';
import { synthesize } from './support/synthesized';
import type { Statement } from './support/synthesized';

const FILE = path.join(ROOT, 'tests', 'golden', 'stack.json');
const EXAMPLE = { name: 'golden', region: 'eu-central-1', startOnData: true };

const lines = (statements: Statement[]): string[] =>
  statements
    .flatMap(({ Action, Resource }) => Action.flatMap(action => Resource.map(resource => `${action} on ${resource}`)))
    .sort();

/** The bucket of the environment is anybody's; the file shall change neither with its name nor with where that sorts. */
function withoutEnvironment(found: Record<string, Outline>): Record<string, Outline> {
  const stack = synthesize(EXAMPLE);
  const bucket = String(stack.only('Custom::CDKBucketDeployment', 'DagsUpload').properties.DestinationBucketName);
  const anonymous = (line: string): string => line.replaceAll(`:${bucket}`, ':<bucket of the environment>');
  const permissions = (outline: Outline): Outline['permissions'] =>
    Object.fromEntries(Object.entries(outline.permissions).map(([role, may]) => [role, may.map(anonymous).sort()]));
  return Object.fromEntries(
    Object.entries(found).map(([serving, outline]) => [serving, { ...outline, permissions: permissions(outline) }]),
  );
}

test('the infrastructure is the one in tests/golden/stack.json; `make golden` writes it', () => {
  const made = stacksFor({ environment: 'mw1.small' }, EXAMPLE).airflow!;
  const resources = Object.entries(made.toJSON().Resources as Record<string, { Type: string }>);
  const now = {
    ...withoutEnvironment(outlines()),
    dags: lines(dagStatements(synthesize(EXAMPLE))),
    environment: {
      resources: Object.fromEntries(resources.map(([id, { Type }]) => [id.replace(/[0-9A-F]{8}$/, ''), Type]).sort()),
      permissions: [...new Set(statementsIn(made).flatMap(({ Action }) => Action))].sort(),
    },
  };
  if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
  assert.deepEqual(JSON.parse(readFileSync(FILE, 'utf8')), now);
});

/** docs/permissions.md tells of every permission that the stack gives, and of no other. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { EVERYTHING, synthesize } from './support/synthesized';

test('the table of permissions is complete and true', () => {
  const table = readFileSync(path.join(ROOT, 'docs', 'permissions.md'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('|'))
    .join('\n');
  const told = new Set([...table.matchAll(/`([a-z0-9]+:[A-Za-z*]+)`/g)].map(match => match[1]!));
  // With every switch on, so that the table is about all that the stack can give.
  const { identityStatements } = synthesize(EVERYTHING);
  const given = new Set(identityStatements.flatMap(({ Action }) => Action));
  assert.deepEqual([...told].sort(), [...given].sort());
});

/**
 * tests/golden/stack.json is what the infrastructure comes to: its resources, and who may do what. Whoever reviews a change
 * sees there what it adds or widens. `make golden` writes it anew.
 */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { outlines } from './support/golden';

const FILE = path.join(ROOT, 'tests', 'golden', 'stack.json');

test('the infrastructure is the one in tests/golden/stack.json; `make golden` writes it', () => {
  const now = outlines();
  if (process.env.UPDATE_GOLDEN !== undefined) {
    mkdirSync(path.dirname(FILE), { recursive: true });
    writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
  }
  assert.deepEqual(JSON.parse(readFileSync(FILE, 'utf8')), now);
});

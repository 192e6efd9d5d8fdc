/**
 * tests/golden/ holds what the infrastructure comes to: its resources, and who may do what. Whoever reviews a change sees there
 * what it adds or widens. `make golden` writes it anew.
 */

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT } from '../infra/config';
import { ciOutline, outlines } from './support/golden';

const FOLDER = path.join(ROOT, 'tests', 'golden');

for (const [name, now] of [
  ['stack', outlines],
  ['ci-role', ciOutline],
] as const) {
  test(`the infrastructure is the one in tests/golden/${name}.json; \`make golden\` writes it`, () => {
    const file = path.join(FOLDER, `${name}.json`);
    if (process.env.UPDATE_GOLDEN !== undefined) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, `${JSON.stringify(now(), null, 2)}\n`);
    }
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), now());
  });
}

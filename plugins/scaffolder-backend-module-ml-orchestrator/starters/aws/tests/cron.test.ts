import assert from 'node:assert/strict';
import { test } from 'node:test';

import { toSchedulerExpressions } from '../infra/cron';

for (const [cron, ...expected] of [
  ['0 6 1 * *', 'cron(0 6 1 * ? *)'],
  ['30 5 * * *', 'cron(30 5 * * ? *)'],
  ['0 6 * * 1', 'cron(0 6 ? * 2 *)'],
  ['0 6 * * 0', 'cron(0 6 ? * 1 *)'],
  ['0 6 * * 0,7', 'cron(0 6 ? * 1 *)'],
  ['0 6 * * mon-fri', 'cron(0 6 ? * 2,3,4,5,6 *)'],
  ['0 6 * * 5-7', 'cron(0 6 ? * 1,6,7 *)'],
  ['*/15 8-10 * JAN,jul *', 'cron(0,15,30,45 8,9,10 * 1,7 ? *)'],
  ['5/20 0 1-7/3 */4 *', 'cron(5,25,45 0 1,4,7 1,5,9 ? *)'],
  // crontab means "or" when both day fields are given.
  ['0 6 1 * 1', 'cron(0 6 1 * ? *)', 'cron(0 6 ? * 2 *)'],
] as const) {
  test(`${cron} → ${expected.join(' and ')}`, () => {
    assert.deepEqual(toSchedulerExpressions(cron), expected);
  });
}

for (const cron of [
  '',
  '0 6 1 *',
  '0 6 1 * * *',
  '60 6 1 * *',
  '0 24 1 * *',
  '0 6 0 * *',
  '0 6 1 13 *',
  '0 6 * * 8',
  '0 6 * * noday',
  '5-1 6 * * *',
  '*/0 6 * * *',
  '1/2/3 6 * * *',
  '1-2-3 6 * * *',
  '0 6 */2 * 1',
  ', 6 * * *',
]) {
  test(`"${cron}" is refused`, () => {
    assert.throws(() => toSchedulerExpressions(cron), /schedule/);
  });
}

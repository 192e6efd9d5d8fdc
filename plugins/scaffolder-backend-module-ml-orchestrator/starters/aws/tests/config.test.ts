/** What config/pipeline.json may say, and what becomes of it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { configsOf, loadConfigs, parseConfig, readPipelineFile, shortId } from '../infra/config';

const file = readPipelineFile();
const environments = [
  { name: 'dev', account: '111122223333' },
  { name: 'prod', account: '444455556666' },
];

test('the configuration of this repository is valid', () => {
  assert.ok(loadConfigs().length > 0);
});

test('every switch may be on', () => {
  const everything = {
    ...file,
    autoApproveThreshold: 1,
    schedule: '0 6 1 * *',
    startOnData: true,
    serving: 'endpoint',
    notificationEmail: 'ml-alerts@example.com',
    slack: { workspaceId: 'T0ABC', channelId: 'C0ABC' },
    monthlyBudget: 200,
    environments,
  };
  assert.deepEqual(parseConfig(everything), everything);
});

for (const [field, value] of [
  ['name', 'Has Spaces'],
  ['description', undefined],
  ['owner', ''],
  ['region', 'Frankfurt'],
  ['region', 'cn-north-1'],
  ['region', 'us-gov-west-1'],
  ['region', 'us-isob-east-1'],
  ['framework', 3],
  ['trainingImage', 'python:3'],
  ['inferenceImage', 'python:3'],
  ['instanceType', 'm5.large'],
  ['metricThreshold', 80],
  ['metricThreshold', '0.8'],
  ['autoApproveThreshold', 1.1],
  ['autoApproveThreshold', file.metricThreshold - 0.01],
  ['schedule', ''],
  ['startOnData', 'yes'],
  ['serving', 'lambda'],
  ['notificationEmail', 7],
  ['notificationEmail', 'nobody'],
  ['slack', 'C0ABC'],
  ['slack', { workspaceId: 'T0ABC' }],
  ['monthlyBudget', 0],
  ['monthlyBudget', 10.5],
  ['environments', null],
  ['environments', [{ name: 'production', account: '111122223333' }]],
  ['environments', [{ name: 'dev', account: '42' }]],
  ['environments', [environments[0], environments[0]]],
  ['treshold', 0.8],
] as const) {
  test(`the configuration refuses ${field} = ${JSON.stringify(value)} and names the field`, () => {
    assert.throws(() => parseConfig({ ...file, [field]: value }), new RegExp(`- ${field} `));
  });
}

test('without environments there is one pipeline, in the account of whoever deploys', () => {
  const [only, ...more] = configsOf({ ...file, environments: [] });
  assert.equal(more.length, 0);
  assert.equal(only!.id, file.name);
  assert.equal(only!.account, undefined);
});

test('each environment has a pipeline of its own', () => {
  assert.deepEqual(
    configsOf({ ...file, environments }).map(({ id, account }) => [id, account]),
    [
      [`${file.name}-dev`, '111122223333'],
      [`${file.name}-prod`, '444455556666'],
    ],
  );
});

test('an id that is too long for a name keeps its environment whole, and stays different from those that begin alike', () => {
  const short = (name: string, length = 17): string[] =>
    configsOf({ ...file, name, environments }).map(config => shortId(config, length));
  const [dev = '', prod = ''] = short('customer-churn-prediction');
  assert.match(dev, /^customer-[0-9a-f]{4}-dev$/);
  assert.match(prod, /^custome-[0-9a-f]{4}-prod$/);
  const others = [...short('customer-churn-prevention'), ...short('customer-churn')];
  assert.equal(new Set([dev, prod, ...others]).size, 6);
  assert.deepEqual(short('customer-churn-prediction'), [dev, prod]);
  assert.deepEqual(short('customer-churn', 19), ['customer-churn-dev', 'customer-churn-prod']);
  const [dash] = configsOf({ ...file, name: 'customer-chu-rnings', environments: [] });
  assert.match(shortId(dash!, 18), /^customer-chu-[0-9a-f]{4}$/);
});

/** The workflow that serves takes the endpoint down again, executed on this computer along every path. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { broken, Served, servingOf, TEARDOWN } from './support/serving';
import { callsOf, serviceError } from './support/workflow';

const workflow = servingOf('endpoint');
const { id } = workflow.stack.config;
const everVisited = new Set<string>();
const NOTHING = { models: [], configs: [], endpoints: [] };

/** A SageMaker with version 3 in service. */
async function serving(): Promise<Served> {
  const served = new Served(workflow, everVisited);
  await served.deploy(3);
  return served;
}

test('a teardown removes endpoint, configuration and model, and may be repeated', async () => {
  const served = await serving();
  const run = await served.run({ action: 'teardown' });
  assert.equal(run.visited.at(-1), 'Removed');
  assert.deepEqual(served.aws.inventory, NOTHING);
  const again = await served.run({ action: 'teardown' });
  assert.equal(again.status, 'SUCCEEDED');
  assert.equal(callsOf(again, 'DeleteEndpoint').length, 0);
});

for (const status of ['Creating', 'Updating', 'SystemUpdating', 'RollingBack']) {
  test(`a teardown waits while the endpoint is ${status}`, async () => {
    const served = await serving();
    served.aws.endpoints.get(id)!.status = status;
    served.aws.endpoints.get(id)!.change = { looks: 2, status: 'InService' };
    const run = await served.run({ action: 'teardown' });
    assert.equal(run.status, 'SUCCEEDED', run.cause);
    assert.deepEqual(served.aws.inventory, NOTHING);
  });
}

test('a teardown joins one that is under way', async () => {
  const served = await serving();
  served.aws.endpoints.get(id)!.status = 'Deleting';
  served.aws.endpoints.get(id)!.change = { looks: 3, status: 'gone' };
  const run = await served.run({ action: 'teardown' });
  assert.equal(callsOf(run, 'DeleteEndpoint').length, 0);
  assert.deepEqual(served.aws.inventory, NOTHING);
});

test('what is gone already, or cannot be deleted, does not stop a teardown; the endpoint itself does', async () => {
  const served = await serving();
  served.aws.configs.clear();
  served.aws.models.clear();
  assert.equal((await served.run({ action: 'teardown' })).visited.at(-1), 'Removed');
  await served.deploy(4);
  const run = await served.run(
    { action: 'teardown' },
    {
      DeleteEndpoint: () => {
        throw serviceError('SageMaker.SageMakerException');
      },
    },
  );
  assert.equal(run.status, 'FAILED');
  assert.equal(served.aws.endpoints.size, 1);
  assert.equal(callsOf(run, 'NotifyFailure').length, 1);
});

for (const state of ['FindEndpointToRemove', 'ConfirmRemoval']) {
  for (const [what, answer] of [
    ['fails', broken],
    [
      'times out',
      () => {
        throw serviceError('States.Timeout', '');
      },
    ],
  ] as const) {
    test(`where ${state} ${what}, the teardown does not take the endpoint for gone`, async () => {
      const run = await (await serving()).run({ action: 'teardown' }, { [state]: answer });
      assert.equal(run.status, 'FAILED');
      assert.equal(callsOf(run, 'NotifyFailure').length, 1);
    });
  }
}

test('the tests above entered every state of a teardown', () => {
  assert.deepEqual(
    TEARDOWN.filter(state => !everVisited.has(state)),
    [],
  );
});

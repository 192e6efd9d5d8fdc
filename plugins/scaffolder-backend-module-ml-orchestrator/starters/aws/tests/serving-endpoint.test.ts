/** The workflow that serves an approved version from an endpoint, executed on this computer along every path. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { alreadyDone } from './support/fake-sagemaker';
import { broken, Served, servingOf, TEARDOWN, toldBy } from './support/serving';
import { callsOf, serviceError } from './support/workflow';
import type { Handlers, Run } from './support/workflow';

const workflow = servingOf('endpoint');
const { id } = workflow.stack.config;
const everVisited = new Set<string>();
const told = (run: Run): string[] => toldBy(workflow, run, 'NotifyServed');
const newServed = (): Served => new Served(workflow, everVisited);

const only = (version: number, status = 'InService'): object => ({
  models: [`${id}-v${version}`],
  configs: [`${id}-v${version}`],
  endpoints: [`${id}: ${id}-v${version} ${status}`],
});
const NOTHING = { models: [], configs: [], endpoints: [] };

test('the first version that is approved gets an endpoint, made from the registered model', async () => {
  const served = newServed();
  const run = await served.deploy(3);
  assert.equal(run.visited.at(-1), 'Served');
  assert.deepEqual(served.aws.inventory, only(3));
  const model = callsOf(run, 'CreateModel')[0]!.parameters;
  assert.deepEqual(model.PrimaryContainer, { ModelPackageName: `${workflow.substitutions.ModelPackageArn}/3` });
  assert.equal(model.ExecutionRoleArn, workflow.substitutions.JobRoleArn);
  assert.equal(model.EnableNetworkIsolation, true);
  const [message, ...more] = told(run);
  assert.ok(message?.includes(`${id} serves version 3`) && more.length === 0, message);
});

test('what costs carries the tag that costs are told apart by', async () => {
  const run = await newServed().deploy(1);
  for (const state of ['CreateModel', 'CreateEndpointConfig', 'CreateEndpoint']) {
    assert.deepEqual(callsOf(run, state)[0]!.parameters.Tags, [{ Key: 'ml-pipeline', Value: id }]);
  }
});

test('a newer version takes over with a way back, and leaves nothing of the old one', async () => {
  const served = newServed();
  await served.deploy(3);
  const run = await served.deploy(4);
  assert.equal(run.visited.at(-1), 'Served');
  assert.deepEqual(served.aws.inventory, only(4));
  const { DeploymentConfig } = callsOf(run, 'UpdateEndpoint')[0]!.parameters as {
    DeploymentConfig: { AutoRollbackConfiguration: unknown };
  };
  assert.deepEqual(DeploymentConfig.AutoRollbackConfiguration, {
    Alarms: [{ AlarmName: workflow.substitutions.AlarmName }],
  });
});

test('a version that does not stay in service is rolled back; people are told, and the old one is kept', async () => {
  const served = newServed();
  await served.deploy(3);
  served.aws.outcome = 'rolled back';
  const run = await served.deploy(4);
  assert.equal(run.error, 'EndpointRolledBack');
  assert.deepEqual(served.aws.inventory, only(3));
  assert.ok(told(run)[0]?.includes('EndpointRolledBack'));
  // What was removed does not stand in the way of the next attempt.
  served.aws.outcome = 'in service';
  await served.deploy(4);
  assert.deepEqual(served.aws.inventory, only(4));
});

for (const [before, outcome] of [
  [undefined, 'Failed'],
  [3, 'UpdateRollbackFailed'],
] as const) {
  test(`an endpoint that ends as ${outcome} is reported, and left as it is for people to look at`, async () => {
    const served = newServed();
    if (before !== undefined) await served.deploy(before);
    served.aws.outcome = 'failed';
    const run = await served.deploy(4);
    assert.equal(run.error, 'EndpointFailed');
    assert.equal(served.aws.endpoints.get(id)?.status, outcome);
    assert.equal(told(run).length, 1);
  });
}

test('an endpoint that could not be rolled back is not touched again', async () => {
  const served = newServed();
  await served.deploy(3);
  served.aws.endpoints.get(id)!.status = 'UpdateRollbackFailed';
  const run = await served.deploy(4);
  assert.equal(run.error, 'EndpointFailed');
  assert.equal(callsOf(run, 'UpdateEndpoint').length, 0);
});

for (const again of [4, 5]) {
  test(`an endpoint that could not be created with version 4 is made anew with version ${again}`, async () => {
    const served = newServed();
    served.aws.outcome = 'failed';
    await served.deploy(4);
    served.aws.outcome = 'in service';
    const run = await served.deploy(again);
    assert.ok(run.visited.includes('DeleteFailedEndpoint'));
    assert.equal(run.visited.at(-1), 'Served');
    assert.deepEqual(served.aws.inventory, only(again));
  });
}

test('an approval that is announced twice is served once, and told once', async () => {
  const served = newServed();
  await served.deploy(3);
  const run = await served.deploy(3);
  assert.equal(run.visited.at(-1), 'ServedAlready');
  assert.deepEqual(told(run), []);
  assert.deepEqual(served.aws.inventory, only(3));
});

for (const state of ['CreateModel', 'CreateEndpointConfig', 'CreateEndpoint']) {
  test(`${state} may have been done already, by another execution or a call whose answer was lost`, async () => {
    const served = newServed();
    const run = await served.deploy(3, { [state]: alreadyDone(served.handler(state)) });
    assert.equal(run.status, 'SUCCEEDED', run.cause);
    assert.deepEqual(served.aws.inventory, only(3));
  });

  test(`${state} that fails for another reason is told with that reason`, async () => {
    const run = await newServed().deploy(3, { [state]: broken });
    assert.equal(run.cause, 'something else');
    assert.ok(told(run)[0]?.includes('something else'));
  });
}

test('an update may have been started already', async () => {
  const served = newServed();
  await served.deploy(3);
  const run = await served.deploy(4, { UpdateEndpoint: alreadyDone(served.handler('UpdateEndpoint')) });
  assert.equal(run.status, 'SUCCEEDED', run.cause);
  assert.deepEqual(served.aws.inventory, only(4));
});

test('an update that is refused leaves the old version in service, and nothing of the new one', async () => {
  const served = newServed();
  await served.deploy(3);
  const run = await served.deploy(4, { UpdateEndpoint: broken });
  assert.equal(run.cause, 'something else');
  assert.deepEqual(served.aws.inventory, only(3));
});

test('a change that is under way is waited for', async () => {
  const served = newServed();
  await served.deploy(3);
  served.aws.endpoints.get(id)!.status = 'SystemUpdating';
  served.aws.endpoints.get(id)!.change = { looks: 3, status: 'InService' };
  const run = await served.deploy(4);
  assert.ok(run.visited.includes('WaitForOthers'));
  assert.deepEqual(served.aws.inventory, only(4));
});

test('a version that is overtaken by a later one says nothing', async () => {
  const served = newServed();
  await served.deploy(3);
  const overtaken: Handlers[string] = () => ({ EndpointStatus: 'InService', EndpointConfigName: `${id}-v5` });
  const run = await served.deploy(4, { ReadEndpoint: overtaken });
  assert.equal(run.visited.at(-1), 'Superseded');
  assert.deepEqual(told(run), []);
});

test('only an approved version is served, whoever starts the execution', async () => {
  const served = newServed();
  served.aws.packages.set('3', { approval: 'Rejected', status: 'Completed' });
  const run = await served.run({ action: 'deploy', version: 3 });
  assert.equal(run.error, 'NotApproved');
  served.aws.approve(4, 'Failed');
  assert.equal((await served.run({ action: 'deploy', version: 4 })).error, 'NotApproved');
  assert.deepEqual(served.aws.inventory, NOTHING);
});

test('a version whose registration is not complete yet is waited for', async () => {
  const served = newServed();
  served.aws.approve(3, 'Pending');
  const run = await served.run({ action: 'deploy', version: 3 });
  assert.equal(run.visited.filter(state => state === 'WaitForModelPackage').length, 2);
  assert.deepEqual(served.aws.inventory, only(3));
});

for (const input of [
  {},
  { action: 'deploy' },
  { action: 'deploy', version: '3' },
  { action: 'deploy', version: 0 },
  { action: 'remove' },
]) {
  test(`the input ${JSON.stringify(input)} is refused`, async () => {
    const run = await newServed().run(input);
    assert.equal(run.error, 'InvalidInput');
    assert.deepEqual(
      run.calls.map(({ state }) => state),
      ['NotifyFailure'],
    );
  });
}

test('when even the message fails, the execution still ends with the first error', async () => {
  const run = await newServed().deploy(3, {
    CreateModel: broken,
    NotifyFailure: () => {
      throw serviceError('SNS.InternalErrorException');
    },
  });
  assert.equal(run.error, 'SageMaker.SageMakerException');
});

test('a message of success that cannot be sent is a failure', async () => {
  const run = await newServed().deploy(3, {
    NotifyServed: () => {
      throw serviceError('SNS.InternalErrorException');
    },
  });
  assert.equal(run.error, 'SNS.InternalErrorException');
});

test('the tests above entered every state of the workflow that is not for a teardown', () => {
  const states = Object.keys(workflow.definition.States).filter(state => !TEARDOWN.includes(state));
  assert.deepEqual([...everVisited].sort(), states.sort());
});

/** `make teardown` removes what the stack does not know of before it deletes the stack. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';

import { configsOf, readPipelineFile } from '../infra/config';
import { configFor, removeServing } from '../infra/remove-serving';

interface Execution {
  readonly status: string;
  readonly cause?: string;
}

/**
 * A client that answers without AWS; the execution goes through these, one look after the other. Others are under way as in `running`,
 * one list after the other.
 */
function clientThatSees(executions: Execution[], started: unknown[] = [], running: string[][] = []): SFNClient {
  const client = new SFNClient({ region: 'eu-central-1' });
  const looks = [...executions];
  const lists = [...running];
  client.send = ((command: unknown) => {
    if (command instanceof ListStateMachinesCommand) {
      return Promise.resolve(
        command.input.nextToken === undefined
          ? { stateMachines: [{ name: 'other', stateMachineArn: 'arn:other' }], nextToken: 'more' }
          : { stateMachines: [{ name: 'churn-serving', stateMachineArn: 'arn:churn-serving' }] },
      );
    }
    if (command instanceof StartExecutionCommand) {
      started.push(command.input);
      return Promise.resolve({ executionArn: 'arn:execution' });
    }
    if (command instanceof ListExecutionsCommand) {
      assert.deepEqual(command.input.statusFilter, 'RUNNING');
      const executions = (lists.shift() ?? []).map(executionArn => ({ executionArn }));
      return Promise.resolve({ executions });
    }
    if (command instanceof StopExecutionCommand) {
      started.push(`stop ${command.input.executionArn}`);
      return Promise.resolve({});
    }
    assert.ok(command instanceof DescribeExecutionCommand);
    return Promise.resolve(looks.shift());
  }) as SFNClient['send'];
  return client;
}

const atOnce = (): Promise<void> => Promise.resolve();

test('the workflow is started for a teardown, and waited for', async () => {
  const started: unknown[] = [];
  const client = clientThatSees([{ status: 'RUNNING' }, { status: 'RUNNING' }, { status: 'SUCCEEDED' }], started);
  assert.match(await removeServing(client, 'churn-serving', atOnce), /has removed/);
  assert.deepEqual(started, [{ stateMachineArn: 'arn:churn-serving', input: '{"action":"teardown"}' }]);
});

test('deployments that are under way are stopped first: they would make the endpoint anew', async () => {
  const done: unknown[] = [];
  const client = clientThatSees([{ status: 'SUCCEEDED' }], done, [['arn:one', 'arn:two'], ['arn:execution']]);
  await removeServing(client, 'churn-serving', atOnce);
  assert.deepEqual(done.slice(0, 2), ['stop arn:one', 'stop arn:two']);
  assert.equal(done.length, 3);
});

test('a deployment that starts meanwhile stops the teardown', async () => {
  const client = clientThatSees([{ status: 'SUCCEEDED' }], [], [[], ['arn:late']]);
  await assert.rejects(removeServing(client, 'churn-serving', atOnce), /started again.*arn:late/);
});

test('a teardown that fails stops with the cause', async () => {
  const client = clientThatSees([{ status: 'RUNNING' }, { status: 'FAILED', cause: 'still in use' }]);
  await assert.rejects(removeServing(client, 'churn-serving', atOnce), /FAILED.*still in use/);
});

test('where nothing serves, there is nothing to remove', async () => {
  const started: unknown[] = [];
  assert.match(await removeServing(clientThatSees([], started), 'none-serving', atOnce), /nothing serves/);
  assert.deepEqual(started, []);
});

test('the environment has to be named where there are several', () => {
  const file = { ...readPipelineFile(), name: 'churn' };
  const both = configsOf({
    ...file,
    environments: [
      { name: 'dev', account: '111122223333' },
      { name: 'prod', account: '444455556666' },
    ],
  });
  assert.equal(configFor(both, 'prod').id, 'churn-prod');
  assert.throws(() => configFor(both), /ENV must be one of dev, prod/);
  assert.throws(() => configFor(both, 'test'), /ENV must be one of dev, prod/);
  const single = configsOf({ ...file, environments: [] });
  assert.equal(configFor(single).id, 'churn');
  assert.throws(() => configFor(single, 'prod'), /has no environments/);
});

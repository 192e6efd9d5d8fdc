/**
 * Remove what serves models: `npm run remove-serving -- [ENVIRONMENT]`, which `make teardown` calls.
 *
 * The endpoint is made by the serving workflow and not by the stack, so deleting the stack would leave it behind, and its
 * costs. The workflow knows what it made; this starts it for that, and waits for it. Deployments that are under way are stopped before:
 * they would make the endpoint anew.
 */
import { setTimeout as pause } from 'node:timers/promises';

import {
  DescribeExecutionCommand,
  paginateListExecutions,
  paginateListStateMachines,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';

import { loadConfigs } from './config';
import type { PipelineConfig } from './config';
import { servingName } from './serving';

const SECONDS_BETWEEN_LOOKS = 10;

/** The configuration of the environment with this name; of the only one there is when none is named. */
export function configFor(configs: PipelineConfig[], environment = ''): PipelineConfig {
  const found = configs.filter(({ id, name }) => environment === '' || id === `${name}-${environment}`);
  const [config] = found;
  if (config === undefined || found.length > 1) {
    const known = configs.map(({ id, name }) => id.slice(name.length + 1)).join(', ');
    throw new Error(
      known === '' ? 'config/pipeline.json has no environments: leave ENV away' : `ENV must be one of ${known}`,
    );
  }
  return config;
}

/** Have the serving workflow remove what it made; tells what happened. */
export async function removeServing(
  client: SFNClient,
  name: string,
  wait = (): Promise<unknown> => pause(SECONDS_BETWEEN_LOOKS * 1000),
): Promise<string> {
  const stateMachineArn = await findStateMachine(client, name);
  if (stateMachineArn === undefined) return `there is no workflow ${name}, so nothing serves a model`;
  for (const executionArn of await running(client, stateMachineArn)) {
    await client.send(new StopExecutionCommand({ executionArn, cause: 'what serves is being removed' }));
  }
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ action: 'teardown' }) }),
  );
  for (;;) {
    const { status, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'SUCCEEDED') break;
    if (status !== 'RUNNING') throw new Error(`${name}: ${status} ${error ?? ''} ${cause ?? ''}`);
    await wait();
  }
  // A model may have been approved in the meantime. The list may lag behind, and hold what has just ended.
  const others = (await running(client, stateMachineArn)).filter(arn => arn !== executionArn);
  if (others.length > 0) throw new Error(`${name} has been started again, so try again: ${others.join(', ')}`);
  return `${name} has removed what it made`;
}

async function running(client: SFNClient, stateMachineArn: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { executions = [] } of paginateListExecutions(
    { client },
    { stateMachineArn, statusFilter: 'RUNNING' },
  )) {
    found.push(...executions.flatMap(({ executionArn }) => executionArn ?? []));
  }
  return found;
}

async function findStateMachine(client: SFNClient, name: string): Promise<string | undefined> {
  for await (const { stateMachines = [] } of paginateListStateMachines({ client }, {})) {
    const found = stateMachines.find(stateMachine => stateMachine.name === name);
    if (found !== undefined) return found.stateMachineArn;
  }
  return undefined;
}

if (require.main === module) {
  const config = configFor(loadConfigs(), process.argv[2]);
  removeServing(new SFNClient({ region: config.region }), servingName(config)).then(
    done => process.stdout.write(`${done}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

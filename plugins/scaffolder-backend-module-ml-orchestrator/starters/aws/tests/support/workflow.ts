import { StateMachine } from 'aws-local-stepfunctions';

import { ACCOUNT } from './synthesized';
import type { Definition, Properties, State, Workflow } from './synthesized';

/** One call that a Task state made, with the parameters the service would have received. */
export interface Call {
  readonly state: string;
  readonly resource: string;
  readonly parameters: Properties;
}

export interface Run {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly error?: string;
  readonly cause?: string;
  /** State names, in the order in which they were entered. */
  readonly visited: string[];
  readonly calls: Call[];
}

type Handler = (parameters: Properties) => unknown;
export type Handlers = Record<string, Handler>;

export interface RunOptions {
  /** State → the service that it calls; every Task needs one. */
  readonly handlers: Handlers;
  readonly input?: Properties;
  readonly executionName?: string;
}

/** An error as a service integration reports it: the name is what Retry and Catch look at. */
export function serviceError(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}

const machines = new WeakMap<Definition, StateMachine>();

/** The interpreter checks each definition that it is given, which takes longer than to execute it: once is enough. */
function machineFor(definition: Definition): StateMachine {
  const machine = machines.get(definition) ?? new StateMachine(definition as never);
  machines.set(definition, machine);
  return machine;
}

/** The states of a definition, and those that its Map states have for each item. */
export const statesIn = ({ States }: Pick<Definition, 'States'>): [string, State][] =>
  Object.entries(States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.ItemProcessor === undefined ? [] : statesIn(state.ItemProcessor)),
  ]);

/** Execute a whole state machine on this computer. */
export async function runWorkflow({ name, definition, substitutions }: Workflow, options: RunOptions): Promise<Run> {
  const { handlers, input = {}, executionName = '5c1d2f0e-7a66-4a0c-9f6b-0f1f9d2f5a31_a4c2f6c1' } = options;
  const calls: Call[] = [];
  const taskResourceLocalHandlers: Record<string, (parameters: unknown) => Promise<never>> = {};
  const retryIntervalOverrides: Record<string, number> = {};
  const waitTimeOverrides: Record<string, number> = {};
  for (const [state, { Type, Resource = '' }] of statesIn(definition)) {
    if (Type === 'Wait') waitTimeOverrides[state] = 1;
    if (Type !== 'Task') continue;
    const handler = handlers[state];
    if (handler === undefined) throw new Error(`the test has no service for ${state}`);
    taskResourceLocalHandlers[state] = async parameters => {
      calls.push({ state, resource: Resource, parameters: parameters as Properties });
      return (await handler(parameters as Properties)) as never;
    };
    retryIntervalOverrides[state] = 1;
  }

  const execution = machineFor(definition).run(input as never, {
    overrides: { taskResourceLocalHandlers, retryIntervalOverrides, waitTimeOverrides },
    context: {
      Execution: {
        Id: `arn:aws:states:${substitutions.Region}:${ACCOUNT}:execution:${name}:${executionName}`,
        Name: executionName,
        Input: input as never,
      },
      // Of the one task, at most, that waits for somebody to hand it back.
      Task: { Token: `token-of-${executionName}` },
    },
  });
  // The log below tells how it ended; an unhandled rejection would end the test runner.
  execution.result.catch(() => undefined);

  const visited: string[] = [];
  for await (const event of execution.eventLogs) {
    if (event.type === 'StateEntered') visited.push(event.state.name);
    if (event.type === 'ExecutionSucceeded') return { status: 'SUCCEEDED', visited, calls };
    if (event.type === 'ExecutionFailed') {
      return { status: 'FAILED', error: event.Error, cause: String(event.Cause), visited, calls };
    }
  }
  throw new Error('the execution neither succeeded nor failed');
}

/** What a call of SNS hands to mail, and to Slack: an object in Amazon Q's schema for custom notifications. */
export function sent({ parameters }: Call): { topic: string; subject: string; text: string; slack: Properties } {
  const { TopicArn, Subject, MessageStructure, Message } = parameters as Record<string, string>;
  if (MessageStructure !== 'json') throw new Error('the message is the same for all kinds of subscriptions');
  const { default: text, https } = Message as unknown as Record<string, string>;
  return {
    topic: String(TopicArn),
    subject: String(Subject),
    text: String(text),
    slack: JSON.parse(String(https)) as Properties,
  };
}

export const callsOf = (run: Run, state: string): Call[] => run.calls.filter(call => call.state === state);

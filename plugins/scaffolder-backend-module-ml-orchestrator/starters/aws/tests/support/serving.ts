import assert from 'node:assert/strict';

import type { PipelineFile } from '../../infra/config';
import { BATCH_FILE } from '../../infra/serving-batch';
import { ENDPOINT_FILE } from '../../infra/serving-endpoint';
import { FakeSageMaker } from './fake-sagemaker';
import { synthesize } from './synthesized';
import type { Properties, Synthesized, Workflow } from './synthesized';
import { callsOf, runWorkflow, sent, serviceError } from './workflow';
import type { Handlers, Run } from './workflow';

/** The stack, and the workflow that serves. */
export interface ServingWorkflow extends Workflow {
  readonly stack: Synthesized;
}

/** The states of the endpoint's workflow that a teardown alone enters. */
export const TEARDOWN = [
  'FindEndpointToRemove',
  'CheckAbsence',
  'ChooseRemoval',
  'WaitToRemove',
  'DeleteEndpoint',
  'WaitForRemoval',
  'ConfirmRemoval',
  'CheckRemoval',
  'KeepNone',
  'Removed',
];

export function servingOf(kind: 'endpoint' | 'batch', changes: Partial<PipelineFile> = {}): ServingWorkflow {
  const stack = synthesize({ ...changes, serving: kind });
  return { stack, ...stack.workflow(kind === 'batch' ? BATCH_FILE : ENDPOINT_FILE, 'ServingWorkflow') };
}

/** Runs executions of one workflow against one SageMaker, and remembers which states they entered. */
export class Served {
  readonly aws = new FakeSageMaker();

  constructor(
    readonly workflow: ServingWorkflow,
    private readonly everVisited = new Set<string>(),
  ) {}

  async run(input: Properties, handlers: Handlers = {}): Promise<Run> {
    const run = await runWorkflow(this.workflow, {
      handlers: { ...this.aws.handlersFor(this.workflow), ...handlers },
      input,
    });
    run.visited.forEach(state => this.everVisited.add(state));
    return run;
  }

  /** The service that a state calls. */
  handler(state: string): Handlers[string] {
    return this.aws.handlersFor(this.workflow)[state]!;
  }

  /** Approve a version, and run what the rule starts then. */
  deploy(version: number, handlers?: Handlers): Promise<Run> {
    this.aws.approve(version);
    return this.run({ action: 'deploy', version }, handlers);
  }
}

/** A service that fails for a reason of its own. */
export const broken = (): never => {
  throw serviceError('SageMaker.SageMakerException', 'something else');
};

/** What an execution told people, of success in the state `success`: what mail gets; Slack gets the same title, in its own form. */
export function toldBy(workflow: ServingWorkflow, run: Run, success: string): string[] {
  return [success, 'NotifyFailure'].flatMap(state =>
    callsOf(run, state).map(call => {
      const { topic, subject, text, slack } = sent(call);
      assert.equal(topic, workflow.substitutions.TopicArn);
      assert.equal((slack.content as { title: string }).title, subject);
      assert.ok(subject.length <= 100 && text.includes('/states/home?region='), text);
      return `${subject}: ${text}`;
    }),
  );
}

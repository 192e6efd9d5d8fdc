import { APPROVAL_FILE } from '../../infra/approval';
import type { Pipeline } from './pipeline';
import type { Properties, Workflow } from './synthesized';
import { runWorkflow, serviceError } from './workflow';
import type { Handlers, Run } from './workflow';

type Status = 'PendingManualApproval' | 'Approved' | 'Rejected';

interface Waiting {
  readonly succeed: (output: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** The workflow that hands decisions to the runs of this pipeline. */
export const approvalOf = ({ stack }: Pipeline): Workflow => stack.workflow(APPROVAL_FILE, 'ApprovalWorkflow');

/** What the pipeline and the workflow for approvals see of AWS between them: tokens in S3, decisions in the registry. */
export class Approvals {
  /** What the registry says of the only version. */
  status: Status = 'PendingManualApproval';
  readonly files = new Map<string, string>();
  private readonly waiting = new Map<string, Waiting>();
  private onWait: () => void = () => {};

  constructor(private readonly workflow: Workflow) {}

  /** For the run that waits. */
  readonly waits: Handlers = {
    AwaitApproval: ({ Key, Body }) => this.await(String(Key), Body as { taskToken: string }),
    ReadDecision: () => ({ ModelApprovalStatus: this.status }),
  };

  /** Resolves when a run waits. */
  nextWait(): Promise<void> {
    return new Promise(resolve => {
      this.onWait = resolve;
    });
  }

  /** As when the time to decide is over: the token stays in S3, and is worth nothing. */
  endWaiting(): void {
    this.waiting.forEach(({ fail }) => fail(serviceError('States.Timeout')));
    this.waiting.clear();
  }

  /** Decide, and run what the rule starts then. */
  decide(status: Status, handlers: Handlers = {}, input: Properties = { version: 1 }): Promise<Run> {
    this.status = status;
    return runWorkflow(this.workflow, { handlers: { ...this.hands, ...handlers }, input });
  }

  private readonly hands: Handlers = {
    ReadDecision: () => ({ ModelApprovalStatus: this.status }),
    ReadToken: ({ Key }) => {
      const body = this.files.get(String(Key));
      if (body === undefined) throw serviceError('S3.NoSuchKeyException', 'The specified key does not exist');
      return { Body: body };
    },
    SendApproval: ({ TaskToken, Output }) => {
      this.taken(TaskToken).succeed(JSON.parse(String(Output)));
      return {};
    },
    SendRejection: ({ TaskToken, Error, Cause }) => {
      this.taken(TaskToken).fail(serviceError(String(Error), String(Cause)));
      return {};
    },
  };

  private await(key: string, body: { taskToken: string }): Promise<unknown> {
    this.files.set(key, JSON.stringify(body));
    return new Promise((succeed, fail) => {
      this.waiting.set(body.taskToken, { succeed, fail });
      this.onWait();
    });
  }

  /** A token can be used once. */
  private taken(token: unknown): Waiting {
    const found = this.waiting.get(String(token));
    if (found === undefined) throw serviceError('Sfn.TaskTimedOutException', 'Task Timed Out');
    this.waiting.delete(String(token));
    return found;
  }
}

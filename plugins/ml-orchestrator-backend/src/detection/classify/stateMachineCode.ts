import type { Call, SourceCode } from '../code/sourceCode';
import type { Finding } from '../findings';
import { soundLikeMl } from './mlStages';

const CDK = /^@?aws[-_]cdk\b.*aws[-_]stepfunctions/;
const CDK_MACHINE = /aws[-_]stepfunctions\.StateMachine$/;
const CDK_JOB =
  /aws[-_]stepfunctions[-_]tasks\.SageMakerCreate(?:Training|Transform)Job$/;
const CDK_SERVICE_CALL = /aws[-_]stepfunctions[-_]tasks\.CallAwsService$/;
const CDK_TASK = /aws[-_]stepfunctions[-_]tasks\.\w+$/;
const ML_API = /^create(?:Training|Transform|HyperParameterTuning|AutoML)Job/i;

const SDK_WORKFLOW = /^stepfunctions(?:\.workflow)?\.Workflow$/;
const SDK_STEP =
  /^stepfunctions\.steps(?:\.\w+)*\.(?:Training|Transform|Tuning)Step$/;

/** Finds state machines that do machine learning in code: the CDK's, and the Data Science SDK's. */
export function findStateMachineCode(
  path: string,
  { calls }: SourceCode,
): Finding[] {
  const machines = calls.filter(
    ({ callee }) =>
      (CDK.test(callee) && CDK_MACHINE.test(callee)) ||
      SDK_WORKFLOW.test(callee),
  );
  const finding = (call: Call, found = call.callee): Finding => ({
    orchestrator: 'step-functions',
    confidence: 'high',
    path,
    line: call.line,
    found,
    ...onlyName(machines),
  });
  if (machines.length === 0) {
    return [];
  }
  const job = calls.find(
    call =>
      CDK_JOB.test(call.callee) || SDK_STEP.test(call.callee) || callsMl(call),
  );
  if (job) {
    return [finding(job, job.named.get('action') ?? job.callee)];
  }
  const steps = calls
    .filter(({ callee }) => CDK_TASK.test(callee))
    .flatMap(({ positional }) => positional[1] ?? []);
  return soundLikeMl(steps)
    ? [{ ...finding(machines[0], steps.join(', ')), confidence: 'medium' }]
    : [];
}

function callsMl({ callee, named }: Call): boolean {
  return (
    CDK_SERVICE_CALL.test(callee) &&
    named.get('service') === 'sagemaker' &&
    ML_API.test((named.get('action') ?? '').replace(/_/g, ''))
  );
}

/** The name of the state machine, if there is one machine and it says its name. */
function onlyName(machines: Call[]): { name?: string } {
  const [{ named }] = machines;
  const name =
    named.get('stateMachineName') ??
    named.get('state_machine_name') ??
    named.get('name');
  return machines.length === 1 && name ? { name } : {};
}

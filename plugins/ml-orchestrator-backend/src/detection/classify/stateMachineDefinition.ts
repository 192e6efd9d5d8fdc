import { readData, type DataNode } from '../code/readData';
import type { Finding, RepositoryFile } from '../findings';
import { soundLikeMl } from './mlStages';

/**
 * Jobs that train or apply a model, or keep one. Not among them are processing jobs, which
 * pure data work uses as well, and calls of an endpoint, which any process may make.
 */
const ML_RESOURCE =
  /^arn:(?:aws[a-z-]*|\$\{AWS::Partition\}):states:::(?:aws-sdk:)?sagemaker:create(?:Training|Transform|HyperParameterTuning|AutoML)Job/i;

/**
 * Finds state machines that do machine learning in an ASL file, or in a template that
 * holds the definition: CloudFormation, SAM, the Serverless Framework.
 */
export function findStateMachines({ path, text }: RepositoryFile): Finding[] {
  return text.includes('StartAt')
    ? readData(text).flatMap(root => judgeBelow(root, path))
    : [];
}

function judgeBelow(node: DataNode, path: string, name?: string): Finding[] {
  if (isStateMachine(node)) {
    const finding = judge(node, path);
    return finding ? [{ ...finding, ...(name && { name }) }] : [];
  }
  const named = ['StateMachineName', 'Name', 'name']
    .map(key => node.get(key)?.literal)
    .find(Boolean);
  return [
    ...embeddedIn(node).flatMap(root => judgeBelow(root, path, name)),
    ...node
      .entries()
      .flatMap(([key, value]) =>
        judgeBelow(
          value,
          path,
          /^definition(?:string)?$/i.test(key) ? named : undefined,
        ),
      ),
    ...node.items().flatMap(item => judgeBelow(item, path, name)),
  ];
}

/** State machines that stand in a template as text. */
function embeddedIn({ text, line }: DataNode): DataNode[] {
  return text?.includes('StartAt')
    ? readData(text, line + 1).filter(isStateMachine)
    : [];
}

function isStateMachine(node: DataNode): boolean {
  const start = node.get('StartAt')?.text;
  return start !== undefined && node.get('States')?.get(start) !== undefined;
}

function judge(machine: DataNode, path: string): Finding | undefined {
  const states = [...statesOf(machine)];
  for (const [, state] of states) {
    const resource = state.get('Resource');
    if (resource?.text && ML_RESOURCE.test(resource.text)) {
      return {
        orchestrator: 'step-functions',
        confidence: 'high',
        path,
        line: resource.line,
        found: resource.text,
      };
    }
  }
  const names = states.flatMap(([name, state]) => [
    name,
    ...functionsOf(state),
  ]);
  return soundLikeMl(names)
    ? {
        orchestrator: 'step-functions',
        confidence: 'medium',
        path,
        line: machine.line,
        found: states.map(([name]) => name).join(', '),
      }
    : undefined;
}

/** All states, those inside of maps and branches included. */
function* statesOf(node: DataNode): Generator<[string, DataNode]> {
  const states = node.get('States');
  if (states) {
    yield* states.entries();
  }
  for (const child of node.children()) {
    yield* statesOf(child);
  }
}

/** What a task's function is called. */
function functionsOf(state: DataNode): string[] {
  const names = [
    state.get('Resource'),
    state.get('Parameters')?.get('FunctionName'),
    state.get('Arguments')?.get('FunctionName'),
  ].map(node => /(?::function:|^\$\{)([\w-]+)/.exec(node?.text ?? '')?.[1]);
  return names.filter(name => name !== undefined);
}

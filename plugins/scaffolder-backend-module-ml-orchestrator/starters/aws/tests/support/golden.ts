import { identityOf } from '../../infra/ci-identity';
import { CiRoleStack } from '../../infra/ci-role';
import { configsOf, readPipelineFile } from '../../infra/config';
import type { PipelineFile } from '../../infra/config';
import { CI } from './ci';
import { EVERYTHING, newApp, synthesize, Synthesized, synthesizeOthers } from './synthesized';
import type { Properties, Statement } from './synthesized';

/** Names and numbers of the test's own, so that the file changes with the code and not with this repository's configuration. */
const PIPELINE: Partial<PipelineFile> = {
  ...EVERYTHING,
  name: 'golden',
  region: 'eu-central-1',
  trainingImage: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/training:1',
  inferenceImage: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/inference:1',
  instanceType: 'ml.m5.large',
  metricThreshold: 0.8,
};

/** What a reader of a pull request wants to see: which resources there are, and who may do what on which of them. */
export interface Outline {
  /** Logical id without its hash → type. */
  readonly resources: Record<string, string>;
  /** Role, or policy of a role that is not of this stack → statements, a line for each action on each resource. */
  readonly permissions: Record<string, string[]>;
}

/** CDK ends its ids with eight hexadecimal digits, which say nothing to a reader. */
const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

function sorted<T>(entries: [string, T][]): Record<string, T> {
  const byName = new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  if (byName.size < entries.length) throw new Error('two ids differ in their hashes only');
  return Object.fromEntries(byName);
}

function outlineOf(stack: Synthesized): Outline {
  const entries = Object.entries(stack.resources);
  // Names that AWS would draw stand in for themselves as ids, in lower case: see Synthesized.
  const readable = (text: string): string =>
    entries.reduce(
      (result, [id]) => result.replaceAll(id, withoutHash(id)).replaceAll(id.toLowerCase(), withoutHash(id)),
      text,
    );
  const linesOf = ({ Action, Resource, Condition }: Statement): string[] => {
    const condition = Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`;
    return Action.flatMap(action => Resource.map(resource => readable(`${action} on ${resource}${condition}`)));
  };
  const permissionsOf = (id: string, { ManagedPolicyArns = [] }: Properties): string[] => [
    ...(ManagedPolicyArns as unknown[]).map(arn => `whatever ${String(stack.resolve(arn))} allows`),
    ...stack.statementsOf(id).flatMap(linesOf).sort(),
  ];
  return {
    resources: sorted(entries.map(([id, { Type }]) => [withoutHash(id), Type])),
    permissions: sorted([
      ...entries
        .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
        .map(([id, { Properties }]): [string, string[]] => [withoutHash(id), permissionsOf(id, Properties)]),
      ...stack.statementsForOthers.map(([id, may]): [string, string[]] => [
        withoutHash(id),
        may.flatMap(linesOf).sort(),
      ]),
    ]),
  };
}

/** The stack with everything on, once for each way to serve; and those that the app can make besides. */
export const outlines = (): Record<string, Outline> => ({
  endpoint: outlineOf(synthesize({ ...PIPELINE, serving: 'endpoint' })),
  batch: outlineOf(synthesize({ ...PIPELINE, serving: 'batch' })),
  ...Object.fromEntries(Object.entries(synthesizeOthers(PIPELINE)).map(([name, stack]) => [name, outlineOf(stack)])),
});

/** The role of CI: who may take it is what matters most in it. */
export function ciOutline(): Outline & { trust: unknown } {
  const config = configsOf({ ...readPipelineFile(), ...PIPELINE, environments: [] })[0]!;
  const stack = new Synthesized(config, new CiRoleStack(newApp(), 'role', { config, identity: identityOf(CI, []) }));
  return { ...outlineOf(stack), trust: stack.only('AWS::IAM::Role').properties.AssumeRolePolicyDocument };
}

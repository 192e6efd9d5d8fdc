import { CfnResource, Stack, Token, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * How the cdk-nag findings that the stack lives with are accepted, beside what causes them. One entry accepts one finding,
 * word for word: a wider permission is a new finding, and stops `cdk synth` until someone gives a reason for it.
 */

/** Accept wildcards in a role's resources; the names of resources are those of {@link inRegion} and {@link arnOf}. */
export function acceptResources(role: IConstruct, resourcesByReason: Record<string, string[]>): void {
  for (const [reason, resources] of Object.entries(resourcesByReason)) {
    Validations.of(role).acknowledge(
      ...resources.map(resource => ({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason })),
    );
  }
}

/** Accept wildcards in a role's actions. */
export function acceptActions(role: IConstruct, actions: string[], reason: string): void {
  Validations.of(role).acknowledge(...actions.map(action => ({ id: `AwsSolutions-IAM5[Action::${action}]`, reason })));
}

/** Accept that a role has a policy which AWS manages. */
export function acceptManagedPolicy(role: IConstruct, policy: string, reason: string): void {
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
    reason,
  });
}

/** The account, as a finding has it: known where the environment names it. */
export function accountIn({ account }: Stack): string {
  return Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
}

/** An ARN of this stack's account and region, as a finding has it. */
export function inRegion(stack: Stack, service: string, rest: string): string {
  return `arn:${stack.partition}:${service}:${stack.region}:${accountIn(stack)}:${rest}`;
}

/** The ARN of a resource in this stack, as a finding has it. */
export function arnOf(construct: IConstruct): string {
  const resource = CfnResource.isCfnResource(construct) ? construct : (construct.node.defaultChild as CfnResource);
  return `<${Stack.of(construct).getLogicalId(resource)}.Arn>`;
}

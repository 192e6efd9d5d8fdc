import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

import type { JobRole } from './job-role';
import type { ModelRegistry } from './model-registry';
import { passRoleStatement, sagemakerArn } from './workflow';

/** One way to serve: a workflow, and what it may do. */
export interface ServingKind {
  readonly file: string;
  readonly substitutions: Record<string, string>;
  /** What is worked on → statements. */
  readonly permissions: Record<string, PolicyStatement[]>;
  /** Reason → wildcards in the statements. */
  readonly accepted: Record<string, string[]>;
}

export interface ApprovedModel {
  readonly stack: Stack;
  readonly registry: ModelRegistry;
  readonly jobRole: JobRole;
  readonly modelArn: string;
}

/** Make a model from an approved version, and delete it. */
export function approvedModelStatements({ stack, registry, jobRole, modelArn }: ApprovedModel): PolicyStatement[] {
  const versions = sagemakerArn(stack, 'model-package', `${registry.groupName}/*`);
  return [
    new PolicyStatement({ actions: ['sagemaker:DescribeModelPackage'], resources: [versions] }),
    // The registry is asked as well whether its version may become a model.
    new PolicyStatement({ actions: ['sagemaker:CreateModel'], resources: [modelArn, versions] }),
    new PolicyStatement({
      actions: ['sagemaker:DescribeModel', 'sagemaker:DeleteModel', 'sagemaker:AddTags'],
      resources: [modelArn],
    }),
    passRoleStatement(jobRole),
  ];
}

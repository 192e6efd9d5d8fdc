import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';

import { TOKENS } from './approval';
import { extractPermissions } from './extract-permissions';
import type { Extraction } from './extraction';
import type { ModelRegistry } from './model-registry';
import type { Notifications } from './notifications';
import type { Storage } from './storage';
import { jobStatements, passRoleStatement, sagemakerArn } from './workflow';

export interface PermissionScope {
  readonly stack: Stack;
  readonly jobPrefix: string;
  readonly jobRole: IRole;
  readonly storage: Storage;
  readonly notifications: Notifications;
  readonly registry: ModelRegistry;
  readonly source: Extraction;
}

/**
 * What each task of workflow/pipeline.asl.json may do, by state name.
 *
 * A definition read from a file brings no permissions with it: whoever adds a Task adds its statements here.
 * tests/permissions.test.ts compares them with the calls that the tasks make.
 */
export function taskPermissions(scope: PermissionScope): Record<string, PolicyStatement[]> {
  const { bucket } = scope.storage;
  const { groupName } = scope.registry;
  const versions = sagemakerArn(scope.stack, 'model-package', `${groupName}/*`);
  const evaluation = bucket.arnForObjects('executions/*/evaluation/evaluation.json');
  const publish = scope.notifications.publishStatements();
  return {
    ...extractPermissions(scope),
    PrepareData: stepStatements(scope, 'Processing', 'prepare'),
    TrainModel: stepStatements(scope, 'Training', 'train'),
    EvaluateModel: stepStatements(scope, 'Processing', 'evaluate'),
    ReadEvaluation: [
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [evaluation] }),
      // Without it, S3 answers "access denied" where "no such key" is meant.
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': ['executions/*'] } },
      }),
    ],
    RegisterModel: [
      new PolicyStatement({
        actions: ['sagemaker:CreateModelPackage'],
        resources: [sagemakerArn(scope.stack, 'model-package-group', groupName), versions],
      }),
      // The registry checks, in the caller's name, that it can read the model.
      new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('executions/*/model/*'), evaluation],
      }),
    ],
    AwaitApproval: [new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(TOKENS)] })],
    ReadDecision: [new PolicyStatement({ actions: ['sagemaker:DescribeModelPackage'], resources: [versions] })],
    NotifyRejection: publish,
    NotifyUndecided: publish,
    NotifyThresholdMissed: publish,
    NotifyFailure: publish,
  };
}

function stepStatements(
  { stack, jobPrefix, jobRole }: PermissionScope,
  kind: 'Processing' | 'Training',
  step: string,
): PolicyStatement[] {
  return [...jobStatements(stack, kind, `${jobPrefix}-${step}-*`), passRoleStatement(jobRole)];
}

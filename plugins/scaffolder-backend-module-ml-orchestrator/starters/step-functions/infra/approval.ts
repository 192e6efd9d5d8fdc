import path from 'node:path';

import { Duration, Stack } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

import { acceptResources, arnOf, inRegion } from './acknowledgements';
import { ROOT } from './config';
import type { PipelineConfig } from './config';
import { addLossAlarm, failedInvocations } from './lost-events';
import type { ModelRegistry } from './model-registry';
import type { Notifications } from './notifications';
import type { Storage } from './storage';
import { sagemakerArn, Workflow } from './workflow';

export const APPROVAL_FILE = path.join(ROOT, 'workflow', 'approval.asl.json');

/** Where a run leaves the token that ends its waiting, by model version. */
export const TOKENS = 'approvals/*';

export interface ApprovalProps {
  readonly config: PipelineConfig;
  readonly storage: Storage;
  readonly registry: ModelRegistry;
  readonly notifications: Notifications;
  /** Whose runs wait. */
  readonly pipeline: StateMachine;
}

/** Hands each decision on a model to the run that waits for it. */
export class Approval extends Construct {
  constructor(scope: Construct, id: string, { config, storage, registry, notifications, pipeline }: ApprovalProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const { bucket } = storage;

    const workflow = new Workflow(this, 'Workflow', {
      name: `${config.id}-approval`,
      file: APPROVAL_FILE,
      substitutions: {
        BucketName: bucket.bucketName,
        ModelPackageArn: sagemakerArn(stack, 'model-package', registry.groupName),
      },
      permissions: [
        new PolicyStatement({
          actions: ['sagemaker:DescribeModelPackage'],
          resources: [sagemakerArn(stack, 'model-package', `${registry.groupName}/*`)],
        }),
        new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(TOKENS)] }),
        // Without it, S3 answers "access denied" where "no such key" is meant.
        new PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [bucket.bucketArn],
          conditions: { StringLike: { 's3:prefix': [TOKENS] } },
        }),
        new PolicyStatement({
          actions: ['states:SendTaskSuccess', 'states:SendTaskFailure'],
          resources: [pipeline.stateMachineArn],
        }),
      ],
    });
    acceptResources(workflow.role, {
      'which version of the group is decided on is for people to say': [
        inRegion(stack, 'sagemaker', `model-package/${registry.groupName}/*`),
      ],
      'a run leaves its token under the number of its model version': [`${arnOf(bucket)}/${TOKENS}`],
    });
    notifications.addFailureAlarm(workflow, 'ApprovalFailureAlarm', 'An execution that hands a decision to a run');
    // A token is of no use once its run has ended.
    bucket.addLifecycleRule({ prefix: TOKENS.replace('*', ''), expiration: Duration.days(30) });

    const rule = new Rule(this, 'Decision', {
      description: `Starts ${config.id}-approval when a model is approved or rejected`,
      eventPattern: registry.eventsOf('Approved', 'Rejected'),
      targets: [
        new SfnStateMachine(workflow, {
          input: RuleTargetInput.fromObject({ version: EventField.fromPath('$.detail.ModelPackageVersion') }),
          // The run waits for days, so a late decision is as good.
          maxEventAge: Duration.days(1),
          retryAttempts: 185,
        }),
      ],
    });
    addLossAlarm(this, 'LostDecisions', {
      notifications,
      lost: failedInvocations(rule.ruleName),
      description: 'A decision on a model could not be handed to the run that waits for it.',
    });
  }
}

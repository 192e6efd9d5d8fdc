import { RemovalPolicy } from 'aws-cdk-lib';
import { EventField, Match, Rule } from 'aws-cdk-lib/aws-events';
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';

import type { Notifications } from './notifications';

export interface ModelRegistryProps {
  /** Of the pipeline in this environment; the group is named after it. */
  readonly id: string;
}

/** The group that the pipeline's models are registered in, as numbered versions. */
export class ModelRegistry extends Construct {
  readonly group: CfnModelPackageGroup;
  readonly groupName: string;

  constructor(scope: Construct, id: string, { id: groupName }: ModelRegistryProps) {
    super(scope, id);
    this.groupName = groupName;
    this.group = new CfnModelPackageGroup(this, 'Group', {
      modelPackageGroupName: groupName,
      modelPackageGroupDescription: `Models of the pipeline ${groupName}`,
    });
    // A group with models in it cannot be deleted, and should not be.
    this.group.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }

  /**
   * The events by which a version of the group comes to one of these. SageMaker tells of every edit of a version, with the approval that
   * it has anyway: who describes an old approved version does not approve it again. The list of what was edited tells the two apart; a
   * version that is registered as approved was not edited.
   */
  eventsOf(...statuses: ('Approved' | 'PendingManualApproval' | 'Rejected')[]): EventPattern {
    return {
      source: ['aws.sagemaker'],
      detailType: ['SageMaker Model Package State Change'],
      detail: {
        ModelPackageGroupName: [this.groupName],
        ModelApprovalStatus: statuses,
        $or: [
          { UpdatedModelPackageFields: ['ModelApprovalStatus'] },
          { UpdatedModelPackageFields: Match.doesNotExist() },
        ],
      },
    };
  }

  /** Tell people of each model that waits for one of them to approve it. */
  announcePending(notifications: Notifications): void {
    const version = EventField.fromPath('$.detail.ModelPackageVersion');
    const arn = EventField.fromPath('$.detail.ModelPackageArn');
    new Rule(this, 'Pending', {
      description: `Tells of models in ${this.groupName} that wait for approval`,
      eventPattern: this.eventsOf('PendingManualApproval'),
      targets: [
        notifications.ruleTarget(
          `${this.groupName}: model waits for approval`,
          `Version ${version} has passed the quality gate. Compare its metrics in the model registry, then approve or reject it: ${arn}`,
        ),
      ],
    });
  }
}

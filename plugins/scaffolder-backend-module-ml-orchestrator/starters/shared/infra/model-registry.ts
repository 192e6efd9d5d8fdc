import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';

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
}

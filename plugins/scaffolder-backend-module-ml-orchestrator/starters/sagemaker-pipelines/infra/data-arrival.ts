import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

import { failedInvocations } from './lost-events';
import { ownService } from './own-service';
import type { SageMakerPipeline } from './pipeline';
import type { Storage } from './storage';

export interface DataArrivalProps {
  readonly storage: Storage;
  readonly pipeline: SageMakerPipeline;
}

/** Starts a run on each CSV file that is put below `data/incoming/`, and on that file only. */
export class DataArrival extends Construct {
  /** Starts that were tried again and again, and then given up. */
  readonly lostStarts: Metric;

  constructor(scope: Construct, id: string, { storage, pipeline }: DataArrivalProps) {
    super(scope, id);
    storage.announceNewObjects();
    const role = new Role(this, 'Role', {
      assumedBy: ownService(this, 'events.amazonaws.com'),
      description: `Starts the SageMaker pipeline ${pipeline.pipelineName} when data arrives`,
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['sagemaker:StartPipelineExecution'], resources: [pipeline.pipelineArn] }),
    );
    // The plain resource: the targets of CDK's Rule know nothing of the parameters of a SageMaker pipeline.
    const rule = new CfnRule(this, 'Rule', {
      description: `Starts ${pipeline.pipelineName} when a CSV file arrives`,
      eventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: {
          bucket: { name: [storage.bucket.bucketName] },
          object: { key: [{ wildcard: 'data/incoming/*.csv' }] },
        },
      },
      targets: [
        {
          id: 'pipeline',
          arn: pipeline.pipelineArn,
          roleArn: role.roleArn,
          sageMakerPipelineParameters: {
            // A value is a part of the event, whole: the pipeline makes an address of it.
            pipelineParameterList: [{ name: 'InputPrefix', value: '$.detail.object.key' }],
          },
          // A run that starts hours late would surprise; the file is still there to start one by hand.
          retryPolicy: { maximumEventAgeInSeconds: 7200, maximumRetryAttempts: 20 },
        },
      ],
    });
    // The rule names the pipeline in a text, which CloudFormation does not follow.
    rule.node.addDependency(pipeline, role);
    this.lostStarts = failedInvocations(rule.ref);
  }
}

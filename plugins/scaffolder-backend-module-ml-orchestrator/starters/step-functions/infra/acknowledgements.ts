import { Stack, Validations } from 'aws-cdk-lib';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

import type { PipelineConfig } from './config';
import type { JobRole } from './job-role';
import { jobPrefixOf } from './state-machine';
import type { PipelineStateMachine } from './state-machine';
import type { Storage } from './storage';

export interface Acknowledged {
  readonly config: PipelineConfig;
  readonly storage: Storage;
  readonly jobRole: JobRole;
  readonly stateMachine: PipelineStateMachine;
}

/**
 * Every cdk-nag finding that this stack lives with, and why. One entry accepts one finding, word for word: a wider
 * permission is a new finding, and stops `cdk synth` until someone gives a reason for it here.
 */
export function acknowledgeFindings(stack: Stack, { config, storage, jobRole, stateMachine }: Acknowledged): void {
  const bucketArn = `<${stack.getLogicalId(storage.bucket.node.defaultChild as CfnBucket)}.Arn>`;
  const inRegion = (service: string, rest: string): string =>
    `arn:${stack.partition}:${service}:${config.region}:<AWS::AccountId>:${rest}`;
  const jobPrefix = jobPrefixOf(config);

  accept(stateMachine.role, {
    'the job names end with an id that is new for every execution': [
      inRegion('sagemaker', `processing-job/${jobPrefix}-prepare-*`),
      inRegion('sagemaker', `processing-job/${jobPrefix}-evaluate-*`),
      inRegion('sagemaker', `training-job/${jobPrefix}-train-*`),
    ],
    'each model in this group gets a number when it is registered': [
      inRegion('sagemaker', `model-package/${config.name}/*`),
    ],
    'every execution writes under a prefix of its own': [
      `${bucketArn}/executions/*/evaluation/evaluation.json`,
      `${bucketArn}/executions/*/model/*`,
    ],
    'the log delivery and X-Ray actions that CDK adds for logging and tracing know no narrower resource': ['*'],
  });
  accept(jobRole, {
    'the jobs read and write objects whose names are known only at run time, under these prefixes': [
      `${bucketArn}/code/*`,
      `${bucketArn}/data/*`,
      `${bucketArn}/executions/*`,
    ],
    'SageMaker adds the job name to these log groups as the name of the stream': [
      inRegion('logs', 'log-group:/aws/sagemaker/ProcessingJobs*'),
      inRegion('logs', 'log-group:/aws/sagemaker/TrainingJobs*'),
    ],
    'ecr:GetAuthorizationToken and cloudwatch:PutMetricData know no narrower resource; the second is limited by namespace':
      ['*'],
  });

  const uploader = storage.deployment.handlerRole;
  accept(uploader, {
    'the function that CDK brings for uploading writes objects whose names it learns from the archive': [
      `${bucketArn}/*`,
    ],
    'it reads the archives from the bucket that `cdk bootstrap` made': [
      `arn:${stack.partition}:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${config.region}/*`,
    ],
  });
  Validations.of(uploader).acknowledge(
    ...['Abort*', 'DeleteObject*', 'GetBucket*', 'GetObject*', 'List*'].map(action => ({
      id: `AwsSolutions-IAM5[Action::s3:${action}]`,
      reason: 'CDK grants the uploading function these groups of S3 actions, on two buckets only',
    })),
    {
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]`,
      reason: 'CDK gives the uploading function the managed policy for writing its own logs',
    },
  );
  // The role stands inside its function, which CDK does not hand out.
  Validations.of(uploader.node.scope ?? uploader).acknowledge({
    id: 'AwsSolutions-L1',
    reason: 'CDK chooses the runtime of the uploading function; it runs during deployments only',
  });
}

function accept(role: IConstruct, resourcesByReason: Record<string, string[]>): void {
  for (const [reason, resources] of Object.entries(resourcesByReason)) {
    Validations.of(role).acknowledge(
      ...resources.map(resource => ({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason })),
    );
  }
}

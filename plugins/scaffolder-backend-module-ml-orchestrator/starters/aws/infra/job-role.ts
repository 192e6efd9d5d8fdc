import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

import { acceptResources, arnOf, inRegion } from './acknowledgements';
import { ownService } from './own-service';

export interface JobRoleProps {
  readonly bucket: IBucket;
  /** What jobs and models run in: images in Amazon ECR, with their tags. */
  readonly images: readonly string[];
  /** Keys in the bucket, with a wildcard at their end: what the jobs read. Left out, it is what the steps do. */
  readonly reads?: readonly string[];
  readonly writes?: string;
  readonly description?: string;
}

const READS = ['code/*', 'data/*', 'executions/*'];
const WRITES = 'executions/*';
const LOGS = ['ProcessingJobs', 'TrainingJobs'].map(kind => `log-group:/aws/sagemaker/${kind}*`);

/** The role that the processing and training jobs run as: this bucket, these images, their own logs, and nothing else. */
export class JobRole extends Role {
  constructor(scope: Construct, id: string, props: JobRoleProps) {
    const { bucket, images, reads = READS, writes = WRITES } = props;
    super(scope, id, {
      assumedBy: ownService(scope, 'sagemaker.amazonaws.com'),
      description: props.description ?? 'Processing and training jobs of the machine learning pipeline',
    });
    const prefixes = [...new Set([...reads, writes])];
    const stack = Stack.of(this);

    const allow = (sid: string, actions: string[], resources: string[], conditions?: Record<string, unknown>): void => {
      this.addToPolicy(new PolicyStatement({ sid, actions, resources, conditions }));
    };
    allow('ListOwnPrefixes', ['s3:ListBucket'], [bucket.bucketArn], { StringLike: { 's3:prefix': prefixes } });
    allow(
      'ReadCodeDataAndResults',
      ['s3:GetObject'],
      reads.map(prefix => bucket.arnForObjects(prefix)),
    );
    allow('WriteResults', ['s3:PutObject', 's3:AbortMultipartUpload'], [bucket.arnForObjects(writes)]);
    allow(
      'PullImages',
      ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      [...new Set(images.map(image => repositoryArn(stack, image)))],
    );
    allow('LogInToImageRegistry', ['ecr:GetAuthorizationToken'], ['*']);
    allow(
      'WriteLogs',
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      LOGS.map(group => `arn:${stack.partition}:logs:${stack.region}:${stack.account}:${group}`),
    );
    allow('WriteMetrics', ['cloudwatch:PutMetricData'], ['*'], {
      StringLike: { 'cloudwatch:namespace': '/aws/sagemaker/*' },
    });

    acceptResources(this, {
      'the jobs read and write objects whose names are known only at run time, under these prefixes': prefixes.map(
        prefix => `${arnOf(bucket)}/${prefix}`,
      ),
      'SageMaker adds the job name to these log groups as the name of the stream': LOGS.map(group =>
        inRegion(stack, 'logs', group),
      ),
      'ecr:GetAuthorizationToken and cloudwatch:PutMetricData know no narrower resource; the second is limited by namespace':
        ['*'],
    });
  }
}

function repositoryArn(stack: Stack, image: string): string {
  const [registry = '', resourceName = ''] = (image.split(/[:@]/)[0] ?? '').split(/\/(.*)/s);
  const [account = '', , , region = ''] = registry.split('.');
  return stack.formatArn({ service: 'ecr', account, region, resource: 'repository', resourceName });
}

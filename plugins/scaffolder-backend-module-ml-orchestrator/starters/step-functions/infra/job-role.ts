import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface JobRoleProps {
  readonly bucket: IBucket;
  readonly trainingImage: string;
}

/** The role that the processing and training jobs run as: this bucket, this image, their own logs, and nothing else. */
export class JobRole extends Role {
  constructor(scope: Construct, id: string, { bucket, trainingImage }: JobRoleProps) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('sagemaker.amazonaws.com'),
      description: 'Processing and training jobs of the machine learning pipeline',
    });
    const stack = Stack.of(this);
    const [registry = '', repository = ''] = (trainingImage.split(/[:@]/)[0] ?? '').split(/\/(.*)/s);
    const [imageAccount = '', , , imageRegion = ''] = registry.split('.');

    const allow = (sid: string, actions: string[], resources: string[], conditions?: Record<string, unknown>): void => {
      this.addToPolicy(new PolicyStatement({ sid, effect: Effect.ALLOW, actions, resources, conditions }));
    };
    allow('ListOwnPrefixes', ['s3:ListBucket'], [bucket.bucketArn], {
      StringLike: { 's3:prefix': ['code/*', 'data/*', 'executions/*'] },
    });
    allow(
      'ReadCodeDataAndResults',
      ['s3:GetObject'],
      ['code/*', 'data/*', 'executions/*'].map(prefix => bucket.arnForObjects(prefix)),
    );
    allow('WriteResults', ['s3:PutObject', 's3:AbortMultipartUpload'], [bucket.arnForObjects('executions/*')]);
    allow(
      'PullImage',
      ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      [
        stack.formatArn({
          service: 'ecr',
          account: imageAccount,
          region: imageRegion,
          resource: 'repository',
          resourceName: repository,
        }),
      ],
    );
    allow('LogInToImageRegistry', ['ecr:GetAuthorizationToken'], ['*']);
    allow(
      'WriteLogs',
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      ['ProcessingJobs', 'TrainingJobs'].map(
        kind => `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:/aws/sagemaker/${kind}*`,
      ),
    );
    allow('WriteMetrics', ['cloudwatch:PutMetricData'], ['*'], {
      StringLike: { 'cloudwatch:namespace': '/aws/sagemaker/*' },
    });
  }
}

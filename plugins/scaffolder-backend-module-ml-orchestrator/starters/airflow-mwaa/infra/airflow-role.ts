import { Stack } from 'aws-cdk-lib';
import { CompositePrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

import { acceptActions, acceptResources, arnOf, inRegion } from './acknowledgements';

export interface AirflowRoleProps {
  readonly roleName: string;
  /** The name of the environment. */
  readonly environment: string;
  readonly bucket: IBucket;
}

/** What an MWAA environment itself needs, as AWS documents it; what the DAGs may do comes with their policy. */
export class AirflowRole extends Role {
  constructor(scope: Construct, id: string, { roleName, environment, bucket }: AirflowRoleProps) {
    const stack = Stack.of(scope);
    const here = { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } };
    super(scope, id, {
      roleName,
      assumedBy: new CompositePrincipal(
        new ServicePrincipal('airflow.amazonaws.com', here),
        new ServicePrincipal('airflow-env.amazonaws.com', here),
      ),
      description: `Amazon MWAA environment ${environment}`,
    });
    const allow = (sid: string, actions: string[], resources: string[]): void => {
      this.addToPolicy(new PolicyStatement({ sid, actions, resources }));
    };
    const logGroups = `log-group:airflow-${environment}-*`;

    allow(
      'ReadDagsAndRequirements',
      ['s3:GetObject*', 's3:GetBucket*', 's3:List*'],
      [bucket.bucketArn, bucket.arnForObjects('*')],
    );
    allow('SeeThatTheBucketIsPrivate', ['s3:GetAccountPublicAccessBlock'], ['*']);
    allow(
      'PublishHealth',
      ['airflow:PublishMetrics'],
      [stack.formatArn({ service: 'airflow', resource: 'environment', resourceName: environment })],
    );
    allow(
      'WriteLogs',
      [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:GetLogEvents',
        'logs:GetLogGroupFields',
        'logs:GetLogRecord',
        'logs:GetQueryResults',
        'logs:PutLogEvents',
      ],
      [`arn:${stack.partition}:logs:${stack.region}:${stack.account}:${logGroups}`],
    );
    allow('FindLogs', ['logs:DescribeLogGroups'], ['*']);
    allow('WriteMetrics', ['cloudwatch:PutMetricData'], ['*']);
    allow(
      'QueueTasks',
      [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      // The queue between scheduler and workers is in an account of the service.
      [`arn:${stack.partition}:sqs:${stack.region}:*:airflow-celery-*`],
    );
    this.addToPolicy(
      new PolicyStatement({
        sid: 'EncryptQueuedTasks',
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
        // The service's own keys, through SQS only, and none of this account.
        notResources: [`arn:${stack.partition}:kms:*:${stack.account}:key/*`],
        conditions: { StringLike: { 'kms:ViaService': `sqs.${stack.region}.amazonaws.com` } },
      }),
    );

    acceptResources(this, {
      'the environment reads whatever is put into its own bucket': [`${arnOf(bucket)}/*`],
      'MWAA names its log groups': [inRegion(stack, 'logs', logGroups)],
      'MWAA names the queue, and keeps it in an account of its own': [
        `arn:${stack.partition}:sqs:${stack.region}:*:airflow-celery-*`,
      ],
      's3:GetAccountPublicAccessBlock, logs:DescribeLogGroups and cloudwatch:PutMetricData know no narrower resource': [
        '*',
      ],
    });
    acceptActions(
      this,
      ['s3:GetObject*', 's3:GetBucket*', 's3:List*'],
      'AWS documents these groups for MWAA; on one bucket only',
    );
    acceptActions(this, ['kms:GenerateDataKey*'], 'AWS documents this group for MWAA; through SQS only');
  }
}

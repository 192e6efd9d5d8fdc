import path from 'node:path';

import { Duration, FileSystem, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

import { acceptActions, acceptManagedPolicy, acceptResources, accountIn, arnOf } from './acknowledgements';
import { ROOT } from './config';

const STEPS = path.join(ROOT, 'steps');
const DATA = path.join(ROOT, 'data');
const NOT_DEPLOYED = ['__pycache__', '**/__pycache__', '*.pyc', '**/*.pyc'];

/**
 * One private bucket for everything the pipeline reads and writes:
 *
 *     code/<hash of steps/>/          the step scripts, one prefix per version
 *     data/                           the raw customers; data/incoming/ for files that start a run
 *     executions/<execution name>/    prepared/, model/ and evaluation/ of one run
 */
export class Storage extends Construct {
  readonly bucket: Bucket;
  /** Changes with the scripts, so a run that has started goes on with the code it started with. */
  readonly codePrefix: string;
  readonly deployment: BucketDeployment;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    const accessLogs = new Bucket(this, 'AccessLogs', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });

    this.bucket = new Bucket(this, 'Artifacts', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      // Current objects stay: registered models point at them.
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(90),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });

    this.codePrefix = `code/${FileSystem.fingerprint(STEPS, { exclude: NOT_DEPLOYED }).slice(0, 16)}/`;
    this.deployment = new BucketDeployment(this, 'Code', {
      sources: [Source.asset(STEPS, { exclude: NOT_DEPLOYED })],
      destinationBucket: this.bucket,
      destinationKeyPrefix: this.codePrefix,
      // Older versions stay for the runs and registered models that used them.
      prune: false,
      retainOnDelete: true,
    });
    new BucketDeployment(this, 'SampleData', {
      sources: [Source.asset(DATA, { exclude: [...NOT_DEPLOYED, '*.py'] })],
      destinationBucket: this.bucket,
      destinationKeyPrefix: 'data/',
      // Data that someone put there by hand is not this stack's to delete.
      prune: false,
      retainOnDelete: true,
    });
    this.acknowledgeUploader();
  }

  /** Have S3 tell EventBridge of new objects. Not `eventBridgeEnabled`: that brings a function of CDK's along to set it. */
  announceNewObjects(): void {
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }
  /** CDK brings a function that uploads during deployments, with permissions of CDK's choice. */
  private acknowledgeUploader(): void {
    const stack = Stack.of(this);
    const role = this.deployment.handlerRole;
    acceptResources(role, {
      'the function that CDK brings for uploading writes objects whose names it learns from the archive': [
        `${arnOf(this.bucket)}/*`,
      ],
      'it reads the archives from the bucket that `cdk bootstrap` made': [
        `arn:${stack.partition}:s3:::cdk-hnb659fds-assets-${accountIn(stack)}-${stack.region}/*`,
      ],
    });
    acceptActions(
      role,
      ['Abort*', 'DeleteObject*', 'GetBucket*', 'GetObject*', 'List*'].map(action => `s3:${action}`),
      'CDK grants the uploading function these groups of S3 actions, on two buckets only',
    );
    acceptManagedPolicy(
      role,
      'service-role/AWSLambdaBasicExecutionRole',
      'CDK gives the uploading function the managed policy for writing its own logs',
    );
    // The role stands inside its function, which CDK does not hand out.
    Validations.of(role.node.scope ?? role).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'CDK chooses the runtime of the uploading function; it runs during deployments only',
    });
  }
}

import path from 'node:path';

import { Duration, FileSystem, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

import { ROOT } from './config';
import { acceptUploader } from './uploader';

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
    acceptUploader(this.deployment, this.bucket);
  }

  /** Have S3 tell EventBridge of new objects. Not `eventBridgeEnabled`: that brings a function of CDK's along to set it. */
  announceNewObjects(): void {
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }
}

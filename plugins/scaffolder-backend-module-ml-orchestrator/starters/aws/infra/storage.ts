import path from 'node:path';

import { Duration, FileSystem, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

import { ROOT } from './config';
import { acceptUploader } from './uploader';

const DATA = path.join(ROOT, 'data');
const NOT_DEPLOYED = ['__pycache__', '**/__pycache__', '*.pyc', '**/*.pyc'];
/** What stands beside scripts for those who work on them. */
const NO_SCRIPTS = [...NOT_DEPLOYED, 'tests', 'tests/**', '*.in', '*.ini', '*.mk', '*.yaml'];

/** A place in the bucket that belongs to what the scripts of a folder say, without those that fit one of the patterns. */
export function prefixOf(directory: string, without: readonly string[] = []): string {
  return `code/${FileSystem.fingerprint(directory, { exclude: [...without, ...NO_SCRIPTS] }).slice(0, 16)}/`;
}

/** A folder of this repository, in the bucket. */
export interface Scripts {
  /** Changes with the scripts, so a run that has started goes on with the code it started with. */
  readonly prefix: string;
  readonly deployment: BucketDeployment;
}

/**
 * One private bucket for everything the pipeline reads and writes:
 *
 *     code/<hash of the scripts>/     the step scripts and other code, one prefix per version
 *     data/                           the raw customers; data/incoming/ for files that start a run
 *     executions/<execution name>/    prepared/, model/ and evaluation/ of one run
 */
export class Storage extends Construct {
  readonly bucket: Bucket;
  private allSteps?: Scripts;

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

    const data = new BucketDeployment(this, 'SampleData', {
      sources: [Source.asset(DATA, { exclude: [...NOT_DEPLOYED, '*.py'] })],
      destinationBucket: this.bucket,
      destinationKeyPrefix: 'data/',
      // Data that someone put there by hand is not this stack's to delete.
      prune: false,
      retainOnDelete: true,
    });
    acceptUploader(data, this.bucket);
  }

  /** All step scripts in one place, for a workflow that names one for them all. */
  get steps(): Scripts {
    this.allSteps ??= this.addScripts('Code', 'steps');
    return this.allSteps;
  }

  get codePrefix(): string {
    return this.steps.prefix;
  }

  get deployment(): BucketDeployment {
    return this.steps.deployment;
  }

  /** Upload a folder of scripts, without those that fit one of the patterns. */
  addScripts(id: string, folder: string, without: readonly string[] = []): Scripts {
    const directory = path.join(ROOT, folder);
    const exclude = [...without, ...NO_SCRIPTS];
    const prefix = prefixOf(directory, without);
    const deployment = new BucketDeployment(this, id, {
      sources: [Source.asset(directory, { exclude })],
      destinationBucket: this.bucket,
      destinationKeyPrefix: prefix,
      // Older versions stay for the runs and registered models that used them.
      prune: false,
      retainOnDelete: true,
    });
    return { prefix, deployment };
  }

  /** Have S3 tell EventBridge of new objects. Not `eventBridgeEnabled`: that brings a function of CDK's along to set it. */
  announceNewObjects(): void {
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }
}

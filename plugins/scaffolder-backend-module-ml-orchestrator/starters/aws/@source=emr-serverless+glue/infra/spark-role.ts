import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

import { acceptResources, arnOf } from './acknowledgements';
import { ownService } from './own-service';

export interface SparkRoleProps {
  readonly bucket: IBucket;
  /** What runs Spark, and takes the role; in this account only. */
  readonly service: string;
  readonly description: string;
}

const READS = ['code/*', 'data/*', 'executions/*'];
/** Spark marks folders with objects of this name, beside and above what it writes. */
const MARKER = '_$folder$';
const WRITES = ['executions/*', `executions${MARKER}`];
/** What an earlier try left is replaced. Nothing else of a run can be deleted. */
const REPLACES = ['executions/*/extracted/*', `executions/*${MARKER}`];

/** The role that Spark runs as: it reads code and data, and writes below the runs. */
export class SparkRole extends Role {
  constructor(scope: Construct, id: string, { bucket, service, description }: SparkRoleProps) {
    super(scope, id, { assumedBy: ownService(scope, service), description });
    const allow = (actions: string[], keys: string[]): void => {
      this.addToPolicy(new PolicyStatement({ actions, resources: keys.map(key => bucket.arnForObjects(key)) }));
    };
    this.addToPolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': [...READS, `executions${MARKER}`] } },
      }),
    );
    allow(['s3:GetObject'], READS);
    allow(['s3:PutObject', 's3:AbortMultipartUpload'], WRITES);
    allow(['s3:DeleteObject'], REPLACES);
    acceptResources(this, {
      'Spark reads and writes objects whose names are known only at run time, under these prefixes': [
        ...new Set([...READS, ...WRITES, ...REPLACES]),
      ]
        .filter(key => key.includes('*'))
        .map(key => `${arnOf(bucket)}/${key}`),
    });
  }
}

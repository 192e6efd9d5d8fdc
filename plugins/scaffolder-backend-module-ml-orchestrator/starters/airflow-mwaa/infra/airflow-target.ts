import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

import type { ExistingEnvironment } from './airflow-config';
import type { AirflowNames } from './airflow-names';

/** The MWAA environment that runs the DAGs, as their stack sees it: not its own. */
export class AirflowTarget extends Construct {
  readonly name: string | undefined;
  readonly dagsPath: string;
  readonly bucket: IBucket;
  readonly executionRole: IRole;

  constructor(
    scope: Construct,
    id: string,
    { name, bucketName, bucketKeyArn, dagsPath, executionRoleName }: AirflowNames,
  ) {
    super(scope, id);
    this.name = name;
    this.dagsPath = dagsPath;
    // With the key, whatever may write into the bucket may use it.
    const encryptionKey = bucketKeyArn === undefined ? undefined : Key.fromKeyArn(this, 'BucketKey', bucketKeyArn);
    this.bucket = Bucket.fromBucketAttributes(this, 'Bucket', { bucketName, encryptionKey });
    this.executionRole = Role.fromRoleName(this, 'ExecutionRole', executionRoleName);
  }
}

/** Of an environment that is there already: what config/airflow.json says, or else what `cdk deploy` asks for by name. */
export function existingNames(stack: Stack, environment: ExistingEnvironment | undefined): AirflowNames {
  if (environment !== undefined) {
    const { name, sourceBucketArn, bucketKeyArn, dagS3Path, executionRoleArn } = environment;
    return {
      name,
      bucketName: lastOf(sourceBucketArn, ':'),
      bucketKeyArn,
      dagsPath: dagS3Path,
      // The name is the last part of the ARN, whatever path is before it.
      executionRoleName: lastOf(executionRoleArn, '/'),
    };
  }
  const parameter = (name: string, description: string, allowedPattern: string): string =>
    new CfnParameter(stack, name, { description: `${description}; or name it in config/airflow.json`, allowedPattern })
      .valueAsString;
  return {
    bucketName: parameter('AirflowBucket', 'Bucket of the MWAA environment that runs the DAGs', '^[a-z0-9.-]{3,63}$'),
    dagsPath: parameter('AirflowDagsPath', 'Folder of the DAGs in that bucket, often dags', '^[^/].*[^/]$'),
    executionRoleName: parameter(
      'AirflowExecutionRole',
      'Name of the execution role, without its path',
      '^[\\w+=,.@-]{1,64}$',
    ),
  };
}

const lastOf = (text: string, separator: string): string => text.slice(text.lastIndexOf(separator) + 1);

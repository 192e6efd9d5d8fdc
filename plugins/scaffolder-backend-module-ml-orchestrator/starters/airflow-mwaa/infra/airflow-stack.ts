import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { CfnEnvironment } from 'aws-cdk-lib/aws-mwaa';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';

import type { AirflowFile } from './airflow-config';
import { AirflowNetwork } from './airflow-network';
import { AirflowRole } from './airflow-role';
import { DAGS, namesOf } from './airflow-names';
import { ROOT } from './config';
import type { PipelineConfig } from './config';
import { acceptUploader } from './uploader';

/** The smallest class has one of each, and does not grow. */
const FIXED_SIZE = { minWorkers: 1, maxWorkers: 1, minWebservers: 1, maxWebservers: 1, schedulers: 1 };

/** An MWAA environment for this pipeline alone. It is a stack of its own, for it takes long to make and outlives the DAGs. */
export class AirflowStack extends Stack {
  constructor(scope: App, config: PipelineConfig, airflow: AirflowFile) {
    const { id, account, region } = config;
    super(scope, `${id}-airflow`, {
      env: { account, region },
      description: `Amazon MWAA environment of the pipeline ${id}`,
    });
    Tags.of(this).add('ml-pipeline', id);

    const names = namesOf(this, config);
    const bucket = this.makeBucket(names.bucketName);
    const role = new AirflowRole(this, 'ExecutionRole', {
      roleName: names.executionRoleName,
      environment: names.name,
      bucket,
    });
    const network = new AirflowNetwork(this, 'Network');
    const { requirements, upload } = this.uploadRequirements(bucket);

    const environment = new CfnEnvironment(this, 'Environment', {
      name: names.name,
      airflowVersion: airflow.version,
      environmentClass: airflow.environment,
      ...(airflow.environment === 'mw1.micro' ? FIXED_SIZE : { minWorkers: 1, maxWorkers: 5 }),
      executionRoleArn: role.roleArn,
      sourceBucketArn: bucket.bucketArn,
      dagS3Path: DAGS,
      requirementsS3Path: requirements,
      networkConfiguration: {
        subnetIds: network.subnetIds,
        securityGroupIds: [network.securityGroup.securityGroupId],
      },
      webserverAccessMode: airflow.webServer,
      loggingConfiguration: Object.fromEntries(
        ['dagProcessing', 'scheduler', 'task', 'webserver', 'worker'].map(part => [
          `${part}Logs`,
          { enabled: true, logLevel: part === 'task' ? 'INFO' : 'WARNING' },
        ]),
      ),
    });
    // MWAA looks at all three while it makes the environment.
    environment.node.addDependency(role, network, upload);

    new CfnOutput(this, 'AirflowUi', { value: `https://${environment.attrWebserverUrl}` });
  }

  /** Two zones, as MWAA wants them. Asked for by CDK's own means, a known account would have to be looked into at each synth. */
  override get availabilityZones(): string[] {
    return [0, 1].map(index => Fn.select(index, Fn.getAzs()));
  }

  /** MWAA refuses a bucket without versions, or one that the public could read. */
  private makeBucket(bucketName: string): Bucket {
    const common = {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    };
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...common,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
    return new Bucket(this, 'Source', {
      ...common,
      bucketName,
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
    });
  }

  /** What the environment installs, and within which limits. Its name holds a hash, so that a change updates the environment. */
  private uploadRequirements(bucket: Bucket): { requirements: string; upload: BucketDeployment } {
    const read = (file: string): string => readFileSync(path.join(ROOT, 'environment', file), 'utf8');
    const [text, constraints] = ['requirements.txt', 'constraints.txt'].map(read) as [string, string];
    const hash = createHash('sha256').update(text).update(constraints).digest('hex').slice(0, 16);
    const requirements = `requirements-${hash}.txt`;
    const upload = new BucketDeployment(this, 'Requirements', {
      sources: [Source.data(requirements, text), Source.data(`${DAGS}/constraints.txt`, constraints)],
      destinationBucket: bucket,
      // The DAGs are in this bucket as well.
      prune: false,
      retainOnDelete: true,
    });
    acceptUploader(upload, bucket);
    return { requirements, upload };
  }
}

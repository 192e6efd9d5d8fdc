import { CfnApplication } from 'aws-cdk-lib/aws-emrserverless';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

import { arnOf } from './acknowledgements';
import { Extraction } from './extraction';
import type { SourceProps } from './extraction';
import { SparkRole } from './spark-role';
import { passRoleStatement } from './workflow';

/** A file that arrives in S3 can start a run. */
export const FILES_ARRIVE = true;

const RELEASE = 'emr-7.12.0';

/**
 * The data is CSV files in the pipeline's bucket, which Spark on EMR Serverless makes one row for each customer of. The extraction runs
 * `extract.py` below the prefix of the code, with `--input` (an S3 address: a prefix or one file) and `--output`
 * (`executions/<run>/extracted/`).
 *
 * Substitutions: `SourceApplicationId`, `SourceRoleArn`, `SourceRoleName`, and `SourceCodePrefix` (in the bucket, without a slash at
 * its end).
 */
export class Source extends Extraction {
  readonly application: CfnApplication;

  constructor(scope: Construct, id: string, { config, storage }: SourceProps) {
    super(scope, id);
    const scripts = storage.addScripts('SourceCode', 'source');
    const role = new SparkRole(this, 'Role', {
      bucket: storage.bucket,
      service: 'emr-serverless.amazonaws.com',
      description: `Spark jobs of the pipeline ${config.id}`,
    });
    this.application = new CfnApplication(this, 'Application', {
      name: config.id,
      type: 'SPARK',
      releaseLabel: RELEASE,
      // It starts with a job, stops soon after the last one, and costs nothing while it is stopped.
      autoStartConfiguration: { enabled: true },
      autoStopConfiguration: { enabled: true, idleTimeoutMinutes: 5 },
      // However much there is to read: no more than this at a time.
      maximumCapacity: { cpu: '16 vCPU', memory: '64 GB', disk: '400 GB' },
    });

    const jobRuns = `${this.application.attrArn}/jobruns/*`;
    this.permissions.push(
      new PolicyStatement({ actions: ['emr-serverless:StartJobRun'], resources: [this.application.attrArn] }),
      new PolicyStatement({
        actions: ['emr-serverless:GetJobRun', 'emr-serverless:CancelJobRun'],
        resources: [jobRuns],
      }),
      passRoleStatement(role, 'emr-serverless.amazonaws.com'),
    );
    this.wildcards['each job run of this application gets an id when it starts'] = [
      `${arnOf(this.application)}/jobruns/*`,
    ];
    Object.assign(this.substitutions, {
      SourceApplicationId: this.application.attrApplicationId,
      SourceRoleArn: role.roleArn,
      SourceRoleName: role.roleName,
      SourceCodePrefix: scripts.prefix.replace(/\/$/, ''),
    });
    // So that who waits for the source waits for its code as well.
    this.node.addDependency(scripts.deployment);
  }
}

import { CfnOutput, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

import { Extraction } from './extraction';
import type { SourceProps } from './extraction';
import { JobRole } from './job-role';
import { passRoleStatement } from './workflow';

/** The data comes from a query, so no file that arrives can start a run. */
export const FILES_ARRIVE = false;

/**
 * The data is the result of a query in Snowflake: `source/customers.sql`. The extraction is a SageMaker processing job, which runs
 * `source/extract.sh` with the prefix of the code as its input `code`, and leaves its files in its output `extracted`. It has a role of
 * its own, the only one that may read the credentials, and it alone has a network.
 *
 * Substitutions: `SourceSecretArn`, `SourceRoleArn`, `SourceRoleName`, and `SourceCodePrefix` (in the bucket, without a slash at its end).
 */
export class Source extends Extraction {
  constructor(scope: Construct, id: string, { config, storage }: SourceProps) {
    super(scope, id);
    if (config.startOnData) throw new Error('startOnData must be false: the data comes from a query in Snowflake');
    const scripts = storage.addScripts('SourceCode', 'source');

    // A value that AWS draws, until somebody puts the credentials there: docs/source.md says how.
    const secret = new Secret(this, 'Credentials', { description: `How the pipeline ${config.id} signs in to Snowflake` });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'the key pair belongs to Snowflake, where nothing of AWS can rotate it; docs/source.md says how people do',
    });
    const role = new JobRole(this, 'Role', {
      bucket: storage.bucket,
      images: [config.trainingImage],
      reads: ['code/*'],
      writes: 'executions/*/extracted/*',
      description: `Reads from Snowflake for the pipeline ${config.id}`,
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }),
    );

    this.permissions.push(passRoleStatement(role));
    Object.assign(this.substitutions, {
      SourceSecretArn: secret.secretArn,
      SourceRoleArn: role.roleArn,
      SourceRoleName: role.roleName,
      SourceCodePrefix: scripts.prefix.replace(/\/$/, ''),
    });
    // So that who waits for the source waits for its code as well.
    this.node.addDependency(scripts.deployment);
    new CfnOutput(this, 'SnowflakeSecret', { value: secret.secretArn });
  }
}

import { CfnOutput } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';

import { readAirflowFile } from './airflow-config';
import type { AirflowFile } from './airflow-config';
import { namesOf } from './airflow-names';
import { AirflowStack } from './airflow-stack';
import { AirflowTarget, existingNames } from './airflow-target';
import { Arrivals } from './arrivals';
import { BaseStack } from './base-stack';
import { shortId } from './config';
import type { PipelineConfig } from './config';
import { DagFiles } from './dag-files';
import type { Deployment } from './dag-files';
import { DagPolicy } from './dag-policy';

/** Job names have at most 63 characters: this, a segment of 12, "-evaluate-", a run of 10 and a try must fit. */
const JOB_PREFIX_LENGTH = 24;

export class PipelineStack extends BaseStack {
  readonly deployment: Deployment;

  constructor(scope: App, config: PipelineConfig, airflow: AirflowFile = readAirflowFile()) {
    super(scope, config);
    const { id } = config;
    const { storage, jobRole, registry, notifications, source } = this;
    const existing = airflow.environment === 'existing';
    const names = existing ? existingNames(this, airflow.existing[id]) : namesOf(this, config);
    if (!existing) this.addStackDependency(new AirflowStack(scope, config, airflow), 'the DAGs go to its bucket');
    const target = new AirflowTarget(this, 'Airflow', names);
    const jobPrefix = shortId(config, JOB_PREFIX_LENGTH);
    const arrivals = config.startOnData ? new Arrivals(this, 'Arrivals', { id, storage, notifications }) : undefined;

    const policy = new DagPolicy(this, 'DagPolicy', {
      id,
      jobPrefix,
      executionRole: target.executionRole,
      storage,
      jobRole,
      registry,
      notifications,
      arrivals,
      source,
    });
    this.deployment = {
      id,
      bucket: storage.bucket.bucketName,
      codePrefix: storage.codePrefix,
      jobPrefix,
      jobRoleArn: jobRole.roleArn,
      topicArn: notifications.topic.topicArn,
      modelPackageGroup: registry.groupName,
      queueUrl: arrivals?.queue.queueUrl ?? null,
      pool: airflow.pool,
      maxJobMinutes: airflow.maxJobMinutes,
      deadlineMinutes: airflow.deadlineMinutes,
      source: source.substitutions,
    };
    const files = new DagFiles(this, 'Dags', { target, deployment: this.deployment });
    // The DAGs last: nothing that they need is missing when Airflow first reads them.
    files.node.addDependency(policy, storage.deployment, registry.group, source);

    if (target.name !== undefined) {
      new CfnOutput(this, 'StartCommand', {
        value: `aws mwaa invoke-rest-api --region ${this.region} --name ${target.name} --method POST --path /dags/${id}/dagRuns --body '{"logical_date": null}'`,
      });
    }
  }
}

import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';

import { MonthlyBudget } from './budget';
import type { PipelineConfig } from './config';
import { JobRole } from './job-role';
import { ModelRegistry } from './model-registry';
import { Notifications } from './notifications';
import { Serving } from './serving';
import { Source } from './source';
import { Storage } from './storage';

/** What a pipeline needs whatever runs it; pipeline-stack.ts adds what does. */
export abstract class BaseStack extends Stack {
  readonly storage: Storage;
  readonly notifications: Notifications;
  readonly jobRole: JobRole;
  readonly registry: ModelRegistry;
  /** Where the data comes from; see extraction.ts. */
  readonly source: Source;

  constructor(
    scope: App,
    readonly config: PipelineConfig,
  ) {
    const { id, account, region } = config;
    super(scope, id, { env: { account, region }, description: `Machine learning pipeline ${id}` });
    Tags.of(this).add('ml-pipeline', id);

    this.storage = new Storage(this, 'Storage');
    this.notifications = new Notifications(this, 'Notifications', {
      id,
      email: config.notificationEmail,
      slack: config.slack,
    });
    this.jobRole = new JobRole(this, 'JobRole', {
      bucket: this.storage.bucket,
      images: [config.trainingImage, config.inferenceImage],
    });
    this.source = new Source(this, 'Source', { config, storage: this.storage });
    this.registry = new ModelRegistry(this, 'ModelRegistry', { id });
    this.registry.announcePending(this.notifications);
    if (config.monthlyBudget !== null) {
      new MonthlyBudget(this, 'MonthlyBudget', {
        id,
        dollars: config.monthlyBudget,
        notifications: this.notifications,
      });
    }
    if (config.serving !== 'none') {
      const { storage, jobRole, registry, notifications } = this;
      new Serving(this, 'Serving', { config, storage, jobRole, registry, notifications });
    }

    new CfnOutput(this, 'BucketName', { value: this.storage.bucket.bucketName });
    new CfnOutput(this, 'TopicArn', { value: this.notifications.topic.topicArn });
  }
}

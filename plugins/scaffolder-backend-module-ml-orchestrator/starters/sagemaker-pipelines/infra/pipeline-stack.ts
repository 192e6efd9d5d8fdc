import { CfnOutput } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';

import { BaseStack } from './base-stack';
import type { PipelineConfig } from './config';
import { DataArrival } from './data-arrival';
import { extractionFor } from './extract-step';
import { Messages } from './messages';
import { SageMakerPipeline } from './pipeline';
import { StartSchedule } from './schedule';

export class PipelineStack extends BaseStack {
  constructor(scope: App, config: PipelineConfig) {
    super(scope, config);
    const { storage, jobRole, notifications, registry } = this;

    const extraction = extractionFor(this);
    const pipeline = new SageMakerPipeline(this, 'Pipeline', { config, storage, jobRole, registry, extraction });
    const messages = new Messages(this, 'Messages', { notifications, pipeline });

    if (config.startOnData) {
      const { lostStarts } = new DataArrival(this, 'DataArrival', { storage, pipeline });
      messages.addLostStartsAlarm('LostArrivals', lostStarts);
    }
    if (config.schedule !== null) {
      const { lostStarts } = new StartSchedule(this, 'Schedule', { cron: config.schedule, pipeline });
      messages.addLostStartsAlarm('LostSchedules', lostStarts);
    }

    new CfnOutput(this, 'PipelineName', { value: pipeline.pipelineName });
    new CfnOutput(this, 'StartCommand', {
      value: `aws sagemaker start-pipeline-execution --region ${this.region} --pipeline-name ${pipeline.pipelineName}`,
    });
  }
}

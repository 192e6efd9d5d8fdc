import { CfnOutput } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';

import { Approval } from './approval';
import { BaseStack } from './base-stack';
import type { PipelineConfig } from './config';
import { DataArrival } from './data-arrival';
import { StartSchedule } from './schedule';
import { Segments } from './segments';
import { readSegments } from './segments-config';
import { PipelineStateMachine } from './state-machine';

export class PipelineStack extends BaseStack {
  constructor(scope: App, config: PipelineConfig, segments = readSegments(config)) {
    super(scope, config);
    const { storage, jobRole, notifications, registry, source } = this;

    const stateMachine = new PipelineStateMachine(this, 'StateMachine', {
      config,
      storage,
      jobRole,
      notifications,
      registry,
      source,
    });
    notifications.addFailureAlarm(stateMachine);
    new Approval(this, 'Approval', { config, storage, registry, notifications, pipeline: stateMachine });

    const started =
      segments.length > 0
        ? new Segments(this, 'Segments', { config, segments, notifications, pipeline: stateMachine })
        : stateMachine;
    const input = segments.length > 0 ? { segments } : {};

    if (config.startOnData) {
      if (segments.length === 0) {
        const byFile = (key: string): Record<string, unknown> => ({ inputPrefix: key });
        new DataArrival(this, 'DataArrival', { notifications, storage, stateMachine, folder: 'data/', input: byFile });
      }
      for (const segment of segments) {
        new DataArrival(this, `DataArrival-${segment.name}`, {
          notifications,
          storage,
          stateMachine: started,
          folder: segment.inputPrefix,
          input: key => ({ segments: [{ ...segment, inputPrefix: key }] }),
        });
      }
    }
    if (config.schedule !== null) {
      new StartSchedule(this, 'Schedule', { notifications, cron: config.schedule, stateMachine: started, input });
    }

    new CfnOutput(this, 'StateMachineArn', { value: stateMachine.stateMachineArn });
    new CfnOutput(this, 'StartCommand', {
      value: `aws stepfunctions start-execution --region ${this.region} --state-machine-arn ${started.stateMachineArn} --input '${JSON.stringify(input)}'`,
    });
  }
}

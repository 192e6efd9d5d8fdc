import { CfnOutput, TimeZone } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';

import { Approval } from './approval';
import { BaseStack } from './base-stack';
import type { PipelineConfig } from './config';
import { toSchedulerExpressions } from './cron';
import { DataArrival } from './data-arrival';
import { PipelineStateMachine } from './state-machine';

export class PipelineStack extends BaseStack {
  constructor(scope: App, config: PipelineConfig) {
    super(scope, config);
    const { storage, jobRole, notifications, registry } = this;

    const stateMachine = new PipelineStateMachine(this, 'StateMachine', {
      config,
      storage,
      jobRole,
      notifications,
      registry,
    });
    notifications.addFailureAlarm(stateMachine);
    new Approval(this, 'Approval', { config, storage, registry, notifications, pipeline: stateMachine });

    if (config.startOnData) new DataArrival(this, 'DataArrival', { storage, stateMachine });
    if (config.schedule !== null) {
      toSchedulerExpressions(config.schedule).forEach((expression, index) => {
        new Schedule(this, `Schedule${index + 1}`, {
          description: `Runs ${config.id}: ${config.schedule} (UTC)`,
          schedule: ScheduleExpression.expression(expression, TimeZone.ETC_UTC),
          target: new StepFunctionsStartExecution(stateMachine, { input: ScheduleTargetInput.fromObject({}) }),
        });
      });
    }

    new CfnOutput(this, 'StateMachineArn', { value: stateMachine.stateMachineArn });
    new CfnOutput(this, 'StartCommand', {
      value: `aws stepfunctions start-execution --region ${this.region} --state-machine-arn ${stateMachine.stateMachineArn}`,
    });
  }
}

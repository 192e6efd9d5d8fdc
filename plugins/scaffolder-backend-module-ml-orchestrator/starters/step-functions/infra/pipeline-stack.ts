import { CfnOutput, RemovalPolicy, Stack, Tags, TimeZone } from 'aws-cdk-lib';
import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';

import { acknowledgeFindings } from './acknowledgements';
import type { PipelineConfig } from './config';
import { toSchedulerExpressions } from './cron';
import { DataArrival } from './data-arrival';
import { JobRole } from './job-role';
import { Notifications } from './notifications';
import { PipelineStateMachine } from './state-machine';
import { Storage } from './storage';

export class PipelineStack extends Stack {
  constructor(scope: Construct, config: PipelineConfig) {
    super(scope, config.name, {
      // The region is part of the configuration; the account is the one that deploys.
      env: { region: config.region },
      description: `Machine learning pipeline ${config.name}`,
    });
    Tags.of(this).add('ml-pipeline', config.name);

    const storage = new Storage(this, 'Storage');
    const notifications = new Notifications(this, 'Notifications', {
      pipelineName: config.name,
      email: config.notificationEmail,
    });
    const jobRole = new JobRole(this, 'JobRole', { bucket: storage.bucket, trainingImage: config.trainingImage });
    const modelPackageGroup = new CfnModelPackageGroup(this, 'ModelPackageGroup', {
      modelPackageGroupName: config.name,
      modelPackageGroupDescription: `Models of the pipeline ${config.name}`,
    });
    // A group with models in it cannot be deleted, and should not be.
    modelPackageGroup.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);

    const stateMachine = new PipelineStateMachine(this, 'StateMachine', {
      config,
      storage,
      jobRole,
      notifications,
      modelPackageGroup,
    });
    notifications.addFailureAlarm(stateMachine);

    if (config.startOnData) new DataArrival(this, 'DataArrival', { storage, stateMachine });
    if (config.schedule !== null) {
      toSchedulerExpressions(config.schedule).forEach((expression, index) => {
        new Schedule(this, `Schedule${index + 1}`, {
          description: `Runs ${config.name}: ${config.schedule} (UTC)`,
          schedule: ScheduleExpression.expression(expression, TimeZone.ETC_UTC),
          target: new StepFunctionsStartExecution(stateMachine, { input: ScheduleTargetInput.fromObject({}) }),
        });
      });
    }

    new CfnOutput(this, 'StateMachineArn', { value: stateMachine.stateMachineArn });
    new CfnOutput(this, 'BucketName', { value: storage.bucket.bucketName });
    new CfnOutput(this, 'TopicArn', { value: notifications.topic.topicArn });
    new CfnOutput(this, 'StartCommand', {
      value: `aws stepfunctions start-execution --region ${this.region} --state-machine-arn ${stateMachine.stateMachineArn}`,
    });

    acknowledgeFindings(this, { config, storage, jobRole, stateMachine });
  }
}

import path from 'node:path';

import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

import { ROOT } from './config';
import type { PipelineConfig } from './config';
import type { JobRole } from './job-role';
import type { Notifications } from './notifications';
import { taskPermissions } from './permissions';
import type { Storage } from './storage';

export const DEFINITION_FILE = path.join(ROOT, 'workflow', 'pipeline.asl.json');

/** Job names have at most 63 characters: this, "-evaluate-" and a UUID of 36 must fit. */
const JOB_PREFIX_LENGTH = 17;

export function jobPrefixOf({ name }: PipelineConfig): string {
  return name.slice(0, JOB_PREFIX_LENGTH).replace(/-+$/, '');
}

export interface PipelineStateMachineProps {
  readonly config: PipelineConfig;
  readonly storage: Storage;
  readonly jobRole: JobRole;
  readonly notifications: Notifications;
  readonly modelPackageGroup: CfnModelPackageGroup;
}

export class PipelineStateMachine extends StateMachine {
  constructor(scope: Construct, id: string, props: PipelineStateMachineProps) {
    const { config, storage, jobRole, notifications, modelPackageGroup } = props;
    const stack = Stack.of(scope);
    const jobPrefix = jobPrefixOf(config);

    super(scope, id, {
      stateMachineName: config.name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(DEFINITION_FILE),
      definitionSubstitutions: {
        PipelineName: config.name,
        JobPrefix: jobPrefix,
        Region: stack.region,
        BucketName: storage.bucket.bucketName,
        CodePrefix: storage.codePrefix,
        JobRoleArn: jobRole.roleArn,
        TrainingImage: config.trainingImage,
        InstanceType: config.instanceType,
        MetricThreshold: String(config.metricThreshold),
        ModelPackageGroupName: modelPackageGroup.modelPackageGroupName,
        TopicArn: notifications.topic.topicArn,
      },
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: true,
        destination: new LogGroup(scope, `${id}Logs`, {
          // This prefix keeps the account's log resource policy from growing with every state machine.
          logGroupName: `/aws/vendedlogs/states/${config.name}`,
          retention: RetentionDays.SIX_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });

    const statements = taskPermissions({
      stack,
      jobPrefix,
      jobRole,
      bucket: storage.bucket,
      topic: notifications.topic,
      topicKey: notifications.key,
      modelPackageGroupName: config.name,
    });
    for (const statement of Object.values(statements).flat()) this.addToRolePolicy(statement);
    // A run must not start before the scripts that it names are in the bucket.
    this.node.addDependency(storage.deployment);
  }
}

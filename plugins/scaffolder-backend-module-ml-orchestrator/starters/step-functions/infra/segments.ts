import path from 'node:path';

import { Annotations, ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

import { acceptResources, inRegion } from './acknowledgements';
import { ROOT } from './config';
import type { PipelineConfig } from './config';
import type { Notifications } from './notifications';
import type { Segment } from './segments-config';
import { FILES_ARRIVE } from './source';
import { Workflow } from './workflow';

export const SEGMENTS_FILE = path.join(ROOT, 'workflow', 'segments.asl.json');

export interface SegmentsProps {
  readonly config: PipelineConfig;
  readonly segments: readonly Segment[];
  readonly notifications: Notifications;
  /** What each segment runs. */
  readonly pipeline: StateMachine;
}

/** Runs the pipeline for each segment. Where there are segments, it is what the triggers start. */
export class Segments extends Workflow {
  constructor(scope: Construct, id: string, { config, segments, notifications, pipeline }: SegmentsProps) {
    const stack = Stack.of(scope);
    const executions = `${config.id}:*`;
    super(scope, id, {
      name: `${config.id}-segments`,
      file: SEGMENTS_FILE,
      substitutions: {
        PipelineName: config.id,
        Region: stack.region,
        PipelineArn: pipeline.stateMachineArn,
        TopicArn: notifications.topic.topicArn,
      },
      permissions: [
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [pipeline.stateMachineArn] }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: [
            stack.formatArn({
              service: 'states',
              resource: 'execution',
              resourceName: executions,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ],
        }),
        // `.sync` learns of the run's end through a rule that Step Functions makes and manages in this account.
        new PolicyStatement({
          actions: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
          resources: [
            stack.formatArn({
              service: 'events',
              resource: 'rule',
              resourceName: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
            }),
          ],
        }),
        ...notifications.publishStatements(),
      ],
    });
    acceptResources(this.role, {
      'each run of the pipeline for a segment has a name of its own': [
        inRegion(stack, 'states', `execution:${executions}`),
      ],
    });
    notifications.addFailureAlarm(this, 'SegmentsFailureAlarm', 'An execution that runs the pipeline for each segment');
    if (segments.length > 1 && config.serving !== 'none') {
      Annotations.of(scope).addError(
        `serving is ${config.serving}, which deploys the version approved last, of whatever segment: serve none, or give each segment a repository of its own`,
      );
    }
    if (segments.length > 1 && !FILES_ARRIVE) {
      Annotations.of(scope).addError(
        'the data comes from one query, so each segment would get the same: list one segment, or give each a repository of its own',
      );
    }
  }
}

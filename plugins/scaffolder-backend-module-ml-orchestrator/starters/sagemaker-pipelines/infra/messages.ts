import { Stack } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventField, Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';

import { addLossAlarm, failedInvocations } from './lost-events';
import type { Notifications } from './notifications';
import type { SageMakerPipeline } from './pipeline';

export interface MessagesProps {
  readonly notifications: Notifications;
  readonly pipeline: SageMakerPipeline;
}

/** Tells people of runs that failed, and by alarms of starts and messages that got lost. */
export class Messages extends Construct {
  private readonly notifications: Notifications;

  constructor(scope: Construct, id: string, { notifications, pipeline }: MessagesProps) {
    super(scope, id);
    this.notifications = notifications;
    const { region } = Stack.of(this);
    const execution = EventField.fromPath('$.detail.pipelineExecutionArn');
    const rule = new Rule(this, 'RunFailed', {
      description: `Tells of runs of ${pipeline.pipelineName} that failed`,
      eventPattern: {
        source: ['aws.sagemaker'],
        detailType: ['SageMaker Model Building Pipeline Execution Status Change'],
        detail: { pipelineArn: [pipeline.pipelineArn], currentPipelineExecutionStatus: ['Failed'] },
      },
      targets: [
        notifications.ruleTarget(
          `${pipeline.pipelineName}: run failed`,
          // A model below the quality gate fails the run too.
          'A run failed, or its model was below the quality gate, and nothing was registered. Why: ' +
            `aws sagemaker describe-pipeline-execution --region ${region} --query FailureReason --pipeline-execution-arn ${execution}`,
        ),
      ],
    });
    // The alarm needs neither the rule nor its role, so it gets through where the message did not.
    addLossAlarm(this, 'LostMessages', {
      notifications,
      lost: failedInvocations(rule.ruleName),
      description: 'A message about a run that failed could not be sent.',
    });
  }

  /** An alarm for starts that were given up. */
  addLostStartsAlarm(id: string, lost: Metric): void {
    const description = 'A run that should have started did not.';
    addLossAlarm(this, id, { notifications: this.notifications, lost, description });
  }
}

import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

import { toSchedulerExpressions } from './cron';
import type { SageMakerPipeline } from './pipeline';

export interface StartScheduleProps {
  /** Five-field cron expression in UTC. */
  readonly cron: string;
  readonly pipeline: SageMakerPipeline;
}

/** Starts runs by the clock. */
export class StartSchedule extends Construct {
  /** Starts that were tried again and again, and then given up. */
  readonly lostStarts: Metric;

  constructor(scope: Construct, id: string, { cron, pipeline }: StartScheduleProps) {
    super(scope, id);
    // A group of their own, because that is what the metrics of the scheduler are about.
    const scheduleGroup = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    const target = new Universal({
      service: 'sagemaker',
      action: 'startPipelineExecution',
      input: ScheduleTargetInput.fromObject({
        PipelineName: pipeline.pipelineName,
        // The scheduler may deliver a start twice, and two expressions may fall on one minute. The token is the same then, so
        // that SageMaker starts one run.
        ClientRequestToken: `scheduled-start-at-${ContextAttribute.scheduledTime}`,
      }),
      policyStatements: [
        new PolicyStatement({ actions: ['sagemaker:StartPipelineExecution'], resources: [pipeline.pipelineArn] }),
      ],
      // A run that starts hours late would surprise.
      maxEventAge: Duration.hours(1),
      retryAttempts: 20,
    });
    toSchedulerExpressions(cron).forEach((expression, index) => {
      new Schedule(this, `Schedule${index + 1}`, {
        description: `Runs ${pipeline.pipelineName}: ${cron} (UTC)`,
        schedule: ScheduleExpression.expression(expression, TimeZone.ETC_UTC),
        scheduleGroup,
        target,
      });
    });
    this.lostStarts = scheduleGroup.metricDropped();
  }
}

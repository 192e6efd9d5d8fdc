import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

import { toSchedulerExpressions } from './cron';
import { addLossAlarm } from './lost-events';
import type { Notifications } from './notifications';

export interface StartScheduleProps {
  readonly notifications: Notifications;
  /** Five-field cron expression in UTC. */
  readonly cron: string;
  /** What it starts, and with which input. */
  readonly stateMachine: StateMachine;
  readonly input: Record<string, unknown>;
}

/** Starts runs by the clock. */
export class StartSchedule extends Construct {
  constructor(scope: Construct, id: string, { notifications, cron, stateMachine, input }: StartScheduleProps) {
    super(scope, id);
    // A group of their own, because that is what the metrics of the scheduler are about.
    const scheduleGroup = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    const target = new StepFunctionsStartExecution(stateMachine, {
      input: ScheduleTargetInput.fromObject(input),
      // A run that starts hours late would surprise.
      maxEventAge: Duration.hours(1),
      retryAttempts: 20,
    });
    toSchedulerExpressions(cron).forEach((expression, index) => {
      new Schedule(this, `Schedule${index + 1}`, {
        description: `Runs ${stateMachine.stateMachineName}: ${cron} (UTC)`,
        schedule: ScheduleExpression.expression(expression, TimeZone.ETC_UTC),
        scheduleGroup,
        target,
      });
    });
    addLossAlarm(this, 'LostSchedules', {
      notifications,
      lost: scheduleGroup.metricDropped(),
      description: 'A run that should have started by the clock did not.',
    });
  }
}

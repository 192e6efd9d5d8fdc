import { ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';

import type { Notifications } from './notifications';

export interface LossAlarmProps {
  readonly notifications: Notifications;
  /** What was tried again and again, and then given up. */
  readonly lost: Metric;
  /** What did not happen for that. */
  readonly description: string;
}

/** An alarm for what EventBridge gave up: nothing else would tell of what never was. */
export function addLossAlarm(scope: Construct, id: string, { notifications, lost, description }: LossAlarmProps): void {
  lost
    .createAlarm(scope, id, {
      alarmDescription: description,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    .addAlarmAction(new SnsAction(notifications.topic));
}

/** What a rule of EventBridge tried again and again, and then gave up. */
export function failedInvocations(ruleName: string): Metric {
  return new Metric({
    namespace: 'AWS/Events',
    metricName: 'FailedInvocations',
    dimensionsMap: { RuleName: ruleName },
    statistic: Stats.SUM,
  });
}

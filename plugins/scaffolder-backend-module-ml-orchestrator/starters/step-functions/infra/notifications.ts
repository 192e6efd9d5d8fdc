import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';

export interface NotificationsProps {
  readonly pipelineName: string;
  readonly email: string | null;
}

/** The encrypted topic that tells people about rejected models and failed runs. */
export class Notifications extends Construct {
  readonly topic: Topic;
  /** A key of our own: CloudWatch cannot publish to a topic that is encrypted with the key AWS manages for SNS. */
  readonly key: Key;

  constructor(scope: Construct, id: string, { pipelineName, email }: NotificationsProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');

    this.key = new Key(this, 'Key', {
      description: `Messages about the pipeline ${pipelineName}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        // In a key policy "*" means this key.
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );

    this.topic = new Topic(this, 'Topic', { displayName: pipelineName, masterKey: this.key, enforceSSL: true });
    // The topic's own policy replaces the default one, which would have let CloudWatch in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
    if (email !== null) this.topic.addSubscription(new EmailSubscription(email));
  }

  /** The workflow reports its own failures; this catches those it cannot: timeouts, stopped runs, failed messages. */
  addFailureAlarm(stateMachine: StateMachine): Alarm {
    const period = Duration.minutes(5);
    const alarm = new MathExpression({
      expression: 'failed + timedOut + aborted',
      label: 'Executions that did not succeed',
      period,
      usingMetrics: {
        failed: stateMachine.metricFailed({ period, statistic: 'Sum' }),
        timedOut: stateMachine.metricTimedOut({ period, statistic: 'Sum' }),
        aborted: stateMachine.metricAborted({ period, statistic: 'Sum' }),
      },
    }).createAlarm(this, 'FailureAlarm', {
      alarmDescription: 'A run of the pipeline failed, timed out or was stopped.',
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

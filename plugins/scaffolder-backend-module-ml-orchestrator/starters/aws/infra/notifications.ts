import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LoggingLevel, SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { Alarm, ComparisonOperator, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { IRuleTarget } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

import type { SlackChannel } from './config';
import { ownService } from './own-service';

export interface NotificationsProps {
  /** Of the pipeline in this environment. */
  readonly id: string;
  readonly email: string | null;
  readonly slack: SlackChannel | null;
}

/** The encrypted topic that tells people what a pipeline cannot decide for them: by e-mail, in Slack, or both. */
export class Notifications extends Construct {
  readonly topic: Topic;
  /** A key of our own: AWS services cannot publish to a topic that is encrypted with the key AWS manages for SNS. */
  readonly key: Key;
  private ruleRole?: Role;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NotificationsProps,
  ) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: `Messages about the pipeline ${props.id}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.topic = new Topic(this, 'Topic', { displayName: props.id, masterKey: this.key, enforceSSL: true });
    // The topic's own policy replaces the default one, which would have let CloudWatch in.
    this.allowService('cloudwatch');
    if (props.email !== null) this.topic.addSubscription(new EmailSubscription(props.email));
    if (props.slack !== null) this.addSlack(props.slack);
  }

  /** What a role needs to publish to the topic. */
  publishStatements(): PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
      // SNS encrypts each message with the topic's key, in the name of who publishes.
      new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [this.key.keyArn] }),
    ];
  }

  /** Let an AWS service publish to the topic, in the name of this account only. */
  allowService(service: 'budgets' | 'cloudwatch' | 'events'): void {
    const who = {
      principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    };
    this.topic.addToResourcePolicy(
      new PolicyStatement({ ...who, actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
    );
    this.key.addToResourcePolicy(
      // In a key policy "*" means this key.
      new PolicyStatement({ ...who, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
    );
  }

  /**
   * A target for rules of EventBridge; the texts may hold fields of the event. It publishes in the name of a role, because EventBridge
   * knows no conditions in the policy of a topic, and without one the topic would be open to the rules of others.
   */
  ruleTarget(title: string, description: string): IRuleTarget {
    const role = (this.ruleRole ??= this.newRuleRole());
    return { bind: () => ({ arn: this.topic.topicArn, role, input: this.ruleMessage(title, description) }) };
  }

  /**
   * What a rule of EventBridge sends to the topic. It knows one form of message for all: Slack shows only what follows the schema
   * of custom notifications, so with Slack mail gets that as well.
   */
  ruleMessage(title: string, description: string): RuleTargetInput {
    return this.props.slack === null
      ? RuleTargetInput.fromText(`${title}: ${description}`)
      : RuleTargetInput.fromObject({
          version: '1.0',
          source: 'custom',
          content: { textType: 'client-markdown', title, description },
        });
  }

  /** A workflow reports its own failures; this catches those it cannot: timeouts, stopped runs, failed messages. */
  addFailureAlarm(stateMachine: StateMachine, id = 'FailureAlarm', what = 'A run of the pipeline'): Alarm {
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
    }).createAlarm(this, id, {
      alarmDescription: `${what} failed, timed out or was stopped.`,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }

  private newRuleRole(): Role {
    const role = new Role(this, 'RuleRole', {
      assumedBy: ownService(this, 'events.amazonaws.com'),
      description: `Rules that tell people about the pipeline ${this.props.id}`,
    });
    for (const statement of this.publishStatements()) role.addToPolicy(statement);
    return role;
  }

  /** Somebody has to let AWS into the Slack workspace once, in the console. */
  private addSlack({ workspaceId, channelId }: SlackChannel): void {
    new SlackChannelConfiguration(this, 'Slack', {
      slackChannelConfigurationName: this.props.id,
      slackWorkspaceId: workspaceId,
      slackChannelId: channelId,
      notificationTopics: [this.topic],
      loggingLevel: LoggingLevel.ERROR,
      // The channel is for reading. Without this, AWS would let its members do whatever the role may.
      guardrailPolicies: [ManagedPolicy.fromAwsManagedPolicyName('AWSDenyAll')],
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

import type { Notifications } from './notifications';
import type { Storage } from './storage';

export interface ArrivalsProps {
  /** Of the pipeline in this environment. */
  readonly id: string;
  readonly storage: Storage;
  readonly notifications: Notifications;
}

/** Tells the environment's triggerer, through a queue, of each CSV file that is put into a folder `incoming/`. */
export class Arrivals extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { id: pipeline, storage, notifications }: ArrivalsProps) {
    super(scope, id);
    storage.announceNewObjects();
    // Airflow deletes a message when it receives it. One that comes back again and again hurts the triggerer: set it aside.
    const setAside = new Queue(this, 'SetAside', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    setAside
      .metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(5) })
      .createAlarm(this, 'SetAsideAlarm', {
        alarmDescription: `A file arrived for ${pipeline}, but its message cannot be processed`,
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new SnsAction(notifications.topic));
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // As long as an environment may be away for maintenance, and much longer.
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: setAside, maxReceiveCount: 3 },
    });
    new Rule(this, 'Rule', {
      description: `Tells the Airflow DAG ${pipeline}-arrivals of new files`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [storage.bucket.bucketName] },
          // data/incoming/ for all customers, data/<folder>/incoming/ for a segment; dags/workflow/arrivals.py sorts them.
          object: { key: [{ wildcard: 'data/*incoming/*.csv' }] },
        },
      },
      targets: [
        new SqsQueue(this.queue, {
          message: RuleTargetInput.fromObject({
            key: EventField.fromPath('$.detail.object.key'),
            version: EventField.fromPath('$.detail.object.version-id'),
          }),
        }),
      ],
    });
  }

  /** What a role needs to take messages from the queue. */
  receiveStatements(): PolicyStatement[] {
    return [
      new PolicyStatement({
        sid: 'HearOfNewFiles',
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
        resources: [this.queue.queueArn],
      }),
    ];
  }
}

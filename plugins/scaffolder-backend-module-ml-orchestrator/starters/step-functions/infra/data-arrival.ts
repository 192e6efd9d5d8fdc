import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

import { addLossAlarm, failedInvocations } from './lost-events';
import type { Notifications } from './notifications';
import type { Storage } from './storage';

export interface DataArrivalProps {
  readonly notifications: Notifications;
  readonly storage: Storage;
  readonly stateMachine: StateMachine;
  /** Where the data is; files arrive in `incoming/` below it. */
  readonly folder: string;
  /** The file's key → the input of the execution that it starts. */
  readonly input: (key: string) => Record<string, unknown>;
}

/** Starts a run on each CSV file that is put below `incoming/` in a folder of data, and on that file only. */
export class DataArrival extends Construct {
  constructor(scope: Construct, id: string, props: DataArrivalProps) {
    super(scope, id);
    const { notifications, storage, stateMachine, folder, input } = props;
    storage.announceNewObjects();
    const rule = new Rule(this, 'Rule', {
      description: `Starts ${stateMachine.stateMachineName} when a CSV file arrives`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [storage.bucket.bucketName] },
          object: { key: [{ wildcard: `${folder}incoming/*.csv` }] },
        },
      },
      targets: [
        new SfnStateMachine(stateMachine, {
          input: RuleTargetInput.fromObject(input(EventField.fromPath('$.detail.object.key'))),
          // A run that starts hours late would surprise; the file is still there to start one by hand.
          maxEventAge: Duration.hours(2),
          retryAttempts: 20,
        }),
      ],
    });
    addLossAlarm(this, 'LostArrivals', {
      notifications,
      lost: failedInvocations(rule.ruleName),
      description: 'A file arrived, but the run for it was not started.',
    });
  }
}

import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';

import { acceptResources, inRegion } from './acknowledgements';
import type { PipelineConfig } from './config';
import type { JobRole } from './job-role';
import { addLossAlarm, failedInvocations } from './lost-events';
import type { ModelRegistry } from './model-registry';
import type { Notifications } from './notifications';
import { batch } from './serving-batch';
import { endpoint } from './serving-endpoint';
import type { Storage } from './storage';
import { sagemakerArn, Workflow } from './workflow';

export interface ServingProps {
  readonly config: PipelineConfig;
  readonly storage: Storage;
  readonly jobRole: JobRole;
  readonly registry: ModelRegistry;
  readonly notifications: Notifications;
}

/** The name of the workflow that serves models. */
export const servingName = ({ id }: PipelineConfig): string => `${id}-serving`;

/**
 * Serves each model version that is approved: from an endpoint, or by scoring files in batch.
 *
 * A workflow does it and not the stack, because which version serves is the registry's to say, and changes without a
 * deployment. What it makes is not the stack's either: `make teardown` has the workflow remove it first.
 */
export class Serving extends Construct {
  constructor(scope: Construct, id: string, props: ServingProps) {
    super(scope, id);
    const { config, jobRole, registry, notifications } = props;
    const stack = Stack.of(this);
    const kind = config.serving === 'batch' ? batch(this, props) : endpoint(this, props);

    const workflow = new Workflow(this, 'Workflow', {
      name: servingName(config),
      file: kind.file,
      substitutions: {
        Id: config.id,
        Region: stack.region,
        ModelPackageArn: sagemakerArn(stack, 'model-package', registry.groupName),
        JobRoleArn: jobRole.roleArn,
        InstanceType: config.instanceType,
        TopicArn: notifications.topic.topicArn,
        ...kind.substitutions,
      },
      permissions: [...Object.values(kind.permissions).flat(), ...notifications.publishStatements()],
    });
    acceptResources(workflow.role, {
      ...kind.accepted,
      'which version of the group is approved is for people to say': [
        inRegion(stack, 'sagemaker', `model-package/${registry.groupName}/*`),
      ],
    });
    notifications.addFailureAlarm(workflow, 'ServingFailureAlarm', 'An execution that serves a model');

    new CfnOutput(stack, 'ServingWorkflowArn', { value: workflow.stateMachineArn });

    const rule = new Rule(this, 'Approval', {
      description: `Starts ${servingName(config)} when a model is approved`,
      eventPattern: registry.eventsOf('Approved'),
      targets: [
        new SfnStateMachine(workflow, {
          input: RuleTargetInput.fromObject({
            action: 'deploy',
            version: EventField.fromPath('$.detail.ModelPackageVersion'),
          }),
          // A deployment that starts hours late would surprise; the version can still be deployed by hand.
          maxEventAge: Duration.hours(2),
          retryAttempts: 20,
        }),
      ],
    });
    addLossAlarm(this, 'LostApprovals', {
      notifications,
      lost: failedInvocations(rule.ruleName),
      description: 'A model was approved, but the workflow that serves it was not started.',
    });
  }
}

import { RemovalPolicy } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

import { acceptResources } from './acknowledgements';

export interface WorkflowProps {
  readonly name: string;
  /** Amazon States Language, in JSONPath, with placeholders. */
  readonly file: string;
  /** Placeholder → value. */
  readonly substitutions: Record<string, string>;
  /** What its tasks may do: a definition read from a file brings no permissions with it. */
  readonly permissions: PolicyStatement[];
}

/** A state machine that is written in a file, logs everything and traces. */
export class Workflow extends StateMachine {
  constructor(scope: Construct, id: string, { name, file, substitutions, permissions }: WorkflowProps) {
    super(scope, id, {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(file),
      definitionSubstitutions: substitutions,
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        includeExecutionData: true,
        destination: new LogGroup(scope, `${id}Logs`, {
          // This prefix keeps the account's log resource policy from growing with every state machine.
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: RetentionDays.SIX_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    for (const statement of permissions) this.addToRolePolicy(statement);
    acceptResources(this.role, {
      'the log delivery and X-Ray actions that CDK adds for logging and tracing know no narrower resource': ['*'],
    });
  }
}

/** What a workflow needs to start a SageMaker job, wait for it (`.sync`), and stop it when the execution is stopped. */
export function jobStatements(
  stack: Stack,
  kind: 'Processing' | 'Training' | 'Transform',
  jobName: string,
): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: [
        `sagemaker:Create${kind}Job`,
        `sagemaker:Describe${kind}Job`,
        `sagemaker:Stop${kind}Job`,
        // Step Functions tags the jobs that it waits for; without these two the job is not even created.
        'sagemaker:AddTags',
        'sagemaker:ListTags',
      ],
      resources: [sagemakerArn(stack, `${kind.toLowerCase()}-job`, jobName)],
    }),
    // `.sync` learns of the job's end through a rule that Step Functions makes and manages in this account.
    new PolicyStatement({
      actions: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
      resources: [
        stack.formatArn({
          service: 'events',
          resource: 'rule',
          resourceName: `StepFunctionsGetEventsForSageMaker${kind}JobsRule`,
        }),
      ],
    }),
  ];
}

/** Hand a role to one service, by default to SageMaker for jobs or models, and to no other. */
export function passRoleStatement(role: IRole, service = 'sagemaker.amazonaws.com'): PolicyStatement {
  return new PolicyStatement({
    actions: ['iam:PassRole'],
    resources: [role.roleArn],
    conditions: { StringEquals: { 'iam:PassedToService': service } },
  });
}

export function sagemakerArn(stack: Stack, resource: string, resourceName: string): string {
  return stack.formatArn({ service: 'sagemaker', resource, resourceName });
}

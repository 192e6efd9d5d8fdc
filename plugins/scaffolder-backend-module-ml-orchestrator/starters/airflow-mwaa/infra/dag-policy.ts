import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

import { acceptResources, arnOf, inRegion } from './acknowledgements';
import type { Arrivals } from './arrivals';
import type { JobRole } from './job-role';
import type { ModelRegistry } from './model-registry';
import type { Notifications } from './notifications';
import { operatorStatements } from './source-operator';
import type { Source } from './source';
import type { Storage } from './storage';

/** A task that is ended while it waits in the triggerer stops nothing: Airflow does not call its operator then. */
const NEVER_CALLED = new Set(['athena:StopQueryExecution', 'glue:BatchStopJobRun', 'glue:GetJobRuns']);

export interface DagPolicyProps {
  /** Of the pipeline in this environment. */
  readonly id: string;
  /** What the names of the SageMaker jobs start with. */
  readonly jobPrefix: string;
  readonly executionRole: IRole;
  readonly storage: Storage;
  readonly jobRole: JobRole;
  readonly registry: ModelRegistry;
  readonly notifications: Notifications;
  readonly arrivals: Arrivals | undefined;
  readonly source: Source;
}

/**
 * What the tasks of the DAGs may do, attached to the role that the whole MWAA environment uses.
 *
 * A policy of its own, so that it goes when the stack goes. tests/dag-policy.test.ts compares it with the calls
 * that the DAGs make, which the tests in Python write down.
 */
export class DagPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, props: DagPolicyProps) {
    const { jobPrefix, storage, jobRole, registry, notifications, arrivals, source } = props;
    super(scope, id, { description: `What the Airflow DAGs of ${props.id} may do`, roles: [props.executionRole] });
    const stack = Stack.of(this);
    const { bucket } = storage;
    const sagemaker = (resource: string, resourceName: string): string =>
      stack.formatArn({ service: 'sagemaker', resource, resourceName });

    this.addStatements(
      new PolicyStatement({
        sid: 'RunJobs',
        actions: [
          'sagemaker:CreateProcessingJob',
          'sagemaker:CreateTrainingJob',
          'sagemaker:DescribeProcessingJob',
          'sagemaker:DescribeTrainingJob',
          // The jobs carry a tag, by which their costs are told apart.
          'sagemaker:AddTags',
        ],
        resources: ['processing-job', 'training-job'].map(kind => sagemaker(kind, `${jobPrefix}-*`)),
      }),
      new PolicyStatement({
        sid: 'GiveJobsTheirRole',
        actions: ['iam:PassRole'],
        resources: [jobRole.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      }),
      new PolicyStatement({
        sid: 'RegisterModels',
        actions: ['sagemaker:CreateModelPackage'],
        resources: [
          sagemaker('model-package-group', registry.groupName),
          sagemaker('model-package', `${registry.groupName}/*`),
        ],
      }),
      // The gate reads the evaluation; the registry checks, in the name of who calls it, that it can read the model; and the
      // operator that trains looks at what it gives the job.
      new PolicyStatement({
        sid: 'ReadResultsAndCode',
        actions: ['s3:GetObject'],
        resources: ['executions/*', 'code/*'].map(prefix => bucket.arnForObjects(prefix)),
      }),
      // The operators look whether a job's input is there; and S3 calls an object that is missing so.
      new PolicyStatement({
        sid: 'FindInputs',
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
      }),
      ...notifications.publishStatements(),
      ...(arrivals?.receiveStatements() ?? []),
      ...source.permissions.map(statement =>
        statement.copy({ actions: statement.actions.filter(action => !NEVER_CALLED.has(action)) }),
      ),
      ...operatorStatements(source),
    );
    source.acceptWildcards(this);

    acceptResources(this, {
      'the job names end with the run and the try': ['processing-job', 'training-job'].map(kind =>
        inRegion(stack, 'sagemaker', `${kind}/${jobPrefix}-*`),
      ),
      'each model in this group gets a number when it is registered': [
        inRegion(stack, 'sagemaker', `model-package/${registry.groupName}/*`),
      ],
      'every try of a task writes under a prefix of its own, and so does every version of the scripts': [
        `${arnOf(bucket)}/executions/*`,
        `${arnOf(bucket)}/code/*`,
      ],
    });
  }
}

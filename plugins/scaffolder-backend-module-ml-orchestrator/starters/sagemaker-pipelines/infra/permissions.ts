import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IRole } from 'aws-cdk-lib/aws-iam';

import { acceptResources, arnOf, inRegion } from './acknowledgements';
import type { Extraction } from './extraction';
import { EXTRACT_TYPE } from './extract-step';
import type { ModelRegistry } from './model-registry';
import type { Storage } from './storage';
import { passRoleStatement, sagemakerArn } from './workflow';

export interface PermissionScope {
  readonly jobRole: IRole;
  readonly storage: Storage;
  readonly registry: ModelRegistry;
  readonly extraction: Extraction;
}

/**
 * What a job's name begins with: pipelines-<execution>-<step>-… . That of a tuning job may not be so long, and begins with the execution.
 * Neither says of which pipeline the job is: its tag does.
 */
const JOB_NAMES = { 'processing-job': 'pipelines-*', 'training-job': 'pipelines-*', 'hyper-parameter-tuning-job': '*' };
const EVALUATIONS = 'executions/*/evaluation/evaluation.json';
/** Of one training job, and of the best that a tuning job has found. */
const MODELS = ['executions/*/model/*', 'executions/tuned/*'];

/**
 * What the pipeline's role may do, by the type of a step; whether it trains or tunes is the configuration's to say, so that it may do both.
 *
 * Whoever adds a step of another type says here what it calls. tests/permissions.test.ts compares this with the compiled definition.
 */
export function stepPermissions(scope: PermissionScope): Record<string, PolicyStatement[]> {
  const { storage, registry, extraction } = scope;
  const { bucket } = storage;
  const stack = Stack.of(storage);
  const permissions: Record<string, PolicyStatement[]> = {
    Processing: jobStatements(scope, 'ProcessingJob', 'processing-job'),
    Training: jobStatements(scope, 'TrainingJob', 'training-job'),
    Tuning: [
      ...jobStatements(scope, 'HyperParameterTuningJob', 'hyper-parameter-tuning-job'),
      // To tell which of its training jobs was the best.
      new PolicyStatement({
        actions: ['sagemaker:ListTrainingJobsForHyperParameterTuningJob'],
        resources: [sagemakerArn(stack, 'hyper-parameter-tuning-job', JOB_NAMES['hyper-parameter-tuning-job'])],
      }),
    ],
    // The gates read the evaluation in the name of the pipeline.
    Condition: [
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(EVALUATIONS)] }),
      // Without it, S3 answers "access denied" where "no such key" is meant.
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': ['executions/*'] } },
      }),
    ],
    RegisterModel: [
      new PolicyStatement({
        actions: [
          'sagemaker:AddTags',
          'sagemaker:CreateModelPackage',
          'sagemaker:DescribeModelPackage',
          'sagemaker:DescribeModelPackageGroup',
        ],
        resources: [
          sagemakerArn(stack, 'model-package-group', registry.groupName),
          sagemakerArn(stack, 'model-package', `${registry.groupName}/*`),
        ],
      }),
      // The registry checks, in the caller's name, that it can read the model and its metrics.
      new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [EVALUATIONS, ...MODELS].map(prefix => bucket.arnForObjects(prefix)),
      }),
    ],
    Fail: [],
  };
  return { ...permissions, [EXTRACT_TYPE]: [...(permissions[EXTRACT_TYPE] ?? []), ...extraction.permissions] };
}

/** Start a job, wait for it, and stop it when the run is stopped: one of this pipeline's, as its tag says. */
function jobStatements(
  { storage, jobRole, registry }: PermissionScope,
  kind: string,
  resource: keyof typeof JOB_NAMES,
): PolicyStatement[] {
  const resources = [sagemakerArn(Stack.of(storage), resource, JOB_NAMES[resource])];
  return [
    new PolicyStatement({
      // SageMaker tags whatever a pipeline makes; without AddTags nothing is made.
      actions: [`sagemaker:Create${kind}`, `sagemaker:Describe${kind}`, 'sagemaker:AddTags'],
      resources,
    }),
    new PolicyStatement({
      actions: [`sagemaker:Stop${kind}`],
      resources,
      conditions: { StringEquals: { 'aws:ResourceTag/ml-pipeline': registry.groupName } },
    }),
    passRoleStatement(jobRole),
  ];
}

/** The wildcards in these permissions. */
export function acceptWildcards(role: IRole, { storage, registry, extraction }: PermissionScope): void {
  const stack = Stack.of(role);
  extraction.acceptWildcards(role);
  acceptResources(role, {
    "all pipelines' jobs, and all tuning jobs, of this account and region: their names say nothing of the pipeline": Object.entries(JOB_NAMES).map(([resource, name]) =>
      inRegion(stack, 'sagemaker', `${resource}/${name}`),
    ),
    'each model in this group gets a number when it is registered': [
      inRegion(stack, 'sagemaker', `model-package/${registry.groupName}/*`),
    ],
    'every execution writes under a prefix of its own': [EVALUATIONS, ...MODELS].map(
      prefix => `${arnOf(storage.bucket)}/${prefix}`,
    ),
  });
}

import { Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { CfnPipeline } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';

import type { PipelineConfig } from './config';
import { fillIn, readDefinition, stepsOf, usedIn } from './definition';
import type { Extraction } from './extraction';
import type { JobRole } from './job-role';
import type { ModelRegistry } from './model-registry';
import { ownService } from './own-service';
import { acceptWildcards, stepPermissions } from './permissions';
import { addStepScripts } from './step-scripts';
import type { Storage } from './storage';
import { sagemakerArn } from './workflow';

export interface SageMakerPipelineProps {
  readonly config: PipelineConfig;
  readonly storage: Storage;
  readonly jobRole: JobRole;
  readonly registry: ModelRegistry;
  readonly extraction: Extraction;
}

/** The pipeline, and the role that it runs as. Its jobs run as another one. */
export class SageMakerPipeline extends Construct {
  readonly pipelineName: string;
  readonly pipelineArn: string;

  constructor(scope: Construct, id: string, props: SageMakerPipelineProps) {
    super(scope, id);
    const { config, storage, jobRole, registry, extraction } = props;
    const stack = Stack.of(this);
    this.pipelineName = config.id;
    this.pipelineArn = sagemakerArn(stack, 'pipeline', config.id);

    const role = new Role(this, 'Role', {
      assumedBy: ownService(this, 'sagemaker.amazonaws.com'),
      description: `Runs the SageMaker pipeline ${config.id}`,
    });
    const permissions = stepPermissions(props);
    for (const statement of Object.values(permissions).flat()) role.addToPolicy(statement);
    acceptWildcards(role, props);

    const scripts = addStepScripts(storage);
    const definition = knownSteps(readDefinition(), Object.keys(permissions));
    const pipeline = new CfnPipeline(this, 'Pipeline', {
      pipelineName: config.id,
      pipelineDescription: oneLine(config.description, 3072),
      roleArn: role.roleArn,
      pipelineDefinition: {
        PipelineDefinitionBody: fillIn(definition, {
          ...usedIn(definition, extraction.substitutions),
          AccountId: stack.account,
          BucketName: storage.bucket.bucketName,
          ...Object.fromEntries(Object.entries(scripts).map(([step, { prefix }]) => [`${step}Code`, prefix.replace(/\/$/, '')])),
          JobRoleName: jobRole.roleName,
          PipelineId: config.id,
        }),
      },
    });
    // A run must not start before the scripts that it names are in the bucket, nor before its role may do what it does.
    pipeline.node.addDependency(...Object.values(scripts).map(({ deployment }) => deployment), role, extraction);
    // The group is named in a text, which CloudFormation does not follow.
    pipeline.node.addDependency(registry.group);
  }
}

/** The definition, if all of its steps are of these types. */
export function knownSteps(definition: string, types: string[]): string {
  const unknown = stepsOf(definition).filter(({ Type }) => !types.includes(Type));
  if (unknown.length > 0) {
    throw new Error(`say in infra/permissions.ts what a step of type ${unknown.map(({ Type }) => Type).join(', ')} may do`);
  }
  return definition;
}

/** The service takes one line without control characters. */
function oneLine(text: string, limit: number): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim().slice(0, limit);
}

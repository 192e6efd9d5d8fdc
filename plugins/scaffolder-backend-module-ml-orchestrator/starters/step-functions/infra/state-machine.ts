import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

import { acceptResources, arnOf, inRegion } from './acknowledgements';
import { TOKENS } from './approval';
import { ROOT, shortId } from './config';
import type { PipelineConfig } from './config';
import { EXTRACT_JOBS } from './extract-permissions';
import type { Extraction } from './extraction';
import type { JobRole } from './job-role';
import type { ModelRegistry } from './model-registry';
import type { Notifications } from './notifications';
import { taskPermissions } from './permissions';
import type { Storage } from './storage';
import { Workflow } from './workflow';

export const DEFINITION_FILE = path.join(ROOT, 'workflow', 'pipeline.asl.json');

/** Job names have at most 63 characters: this, "-evaluate-" and a UUID of 36 must fit. */
const JOB_PREFIX_LENGTH = 17;

export interface PipelineStateMachineProps {
  readonly config: PipelineConfig;
  readonly storage: Storage;
  readonly jobRole: JobRole;
  readonly notifications: Notifications;
  readonly registry: ModelRegistry;
  readonly source: Extraction;
}

export class PipelineStateMachine extends Workflow {
  constructor(scope: Construct, id: string, props: PipelineStateMachineProps) {
    const { config, storage, jobRole, notifications, registry, source } = props;
    const stack = Stack.of(scope);
    const jobPrefix = shortId(config, JOB_PREFIX_LENGTH);

    super(scope, id, {
      name: config.id,
      file: DEFINITION_FILE,
      substitutions: {
        PipelineName: config.id,
        JobPrefix: jobPrefix,
        Region: stack.region,
        BucketName: storage.bucket.bucketName,
        CodePrefix: storage.codePrefix,
        JobRoleArn: jobRole.roleArn,
        TrainingImage: config.trainingImage,
        InferenceImage: config.inferenceImage,
        InstanceType: config.instanceType,
        MetricThreshold: String(config.metricThreshold),
        // "null" leaves every model to people.
        AutoApproveThreshold: String(config.autoApproveThreshold),
        ModelPackageGroupName: registry.groupName,
        TopicArn: notifications.topic.topicArn,
        ...thoseUsed(source.substitutions),
      },
      permissions: Object.values(
        taskPermissions({ stack, jobPrefix, jobRole, storage, notifications, registry, source }),
      ).flat(),
    });
    // A run must not start before the scripts that it names are in the bucket.
    this.node.addDependency(storage.deployment);
    // Nor before there is something to extract the data with.
    this.node.addDependency(source);
    // The group is named in a text, which CloudFormation does not follow.
    this.node.addDependency(registry.group);

    source.acceptWildcards(this.role);
    const bucketArn = arnOf(storage.bucket);
    acceptResources(this.role, {
      'the job names end with an id that is new for every execution': [
        ...['prepare', 'evaluate', ...EXTRACT_JOBS].map(step =>
          inRegion(stack, 'sagemaker', `processing-job/${jobPrefix}-${step}-*`),
        ),
        inRegion(stack, 'sagemaker', `training-job/${jobPrefix}-train-*`),
      ],
      'each model in this group gets a number when it is registered': [
        inRegion(stack, 'sagemaker', `model-package/${registry.groupName}/*`),
      ],
      'every execution writes under a prefix of its own': [
        `${bucketArn}/executions/*/evaluation/evaluation.json`,
        `${bucketArn}/executions/*/model/*`,
      ],
      'a run leaves its token under the number of its model version': [`${bucketArn}/${TOKENS}`],
    });
  }
}

/** The source names more than each orchestrator needs. */
function thoseUsed(substitutions: Record<string, string>): Record<string, string> {
  const text = readFileSync(DEFINITION_FILE, 'utf8');
  return Object.fromEntries(Object.entries(substitutions).filter(([name]) => text.includes(`\${${name}}`)));
}

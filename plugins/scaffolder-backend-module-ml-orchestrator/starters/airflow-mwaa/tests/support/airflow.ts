import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

import { readAirflowFile } from '../../infra/airflow-config';
import type { AirflowFile } from '../../infra/airflow-config';
import { configsOf, readPipelineFile } from '../../infra/config';
import type { PipelineFile } from '../../infra/config';
import { PipelineStack } from '../../infra/pipeline-stack';
import { newApp } from './synthesized';
import type { Statement, Synthesized } from './synthesized';

/** An environment that is there already, as `aws mwaa get-environment` tells of it. */
export const EXISTING = {
  name: 'shared-airflow',
  sourceBucketArn: 'arn:aws:s3:::shared-airflow-bucket',
  dagS3Path: 'team/dags',
  executionRoleArn: 'arn:aws:iam::111122223333:role/service-role/shared-airflow-role',
};

/** The same, with a bucket that is encrypted with a key of its owner's. */
export const ENCRYPTED = {
  ...EXISTING,
  bucketKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};

export interface Stacks {
  readonly pipeline: PipelineStack;
  readonly template: Template;
  /** Of the MWAA environment, where the app makes one. */
  readonly airflow: Template | undefined;
}

/** The stacks for a variation of config/airflow.json, and of config/pipeline.json: of the first environment, where there are any. */
export function stacksFor(airflow: Partial<AirflowFile>, pipeline: Partial<PipelineFile> = {}): Stacks {
  const app = newApp();
  const config = configsOf({ ...readPipelineFile(), environments: [], ...pipeline })[0]!;
  const stack = new PipelineStack(app, config, { ...readAirflowFile(), ...airflow });
  const environment = app.node.tryFindChild(`${config.id}-airflow`) as Stack | undefined;
  return {
    pipeline: stack,
    template: Template.fromStack(stack),
    airflow: environment && Template.fromStack(environment),
  };
}

/** What the DAGs may do: the policy that is attached to the role of the environment. */
export function dagStatements(stack: Synthesized): Statement[] {
  const [dags, ...more] = stack.statementsForOthers;
  if (dags === undefined || more.length > 0) throw new Error('expected one policy for roles of others');
  return dags[1];
}

import type { App, Stack } from 'aws-cdk-lib';

import { readAirflowFile } from '../../infra/airflow-config';
import { AirflowStack } from '../../infra/airflow-stack';
import type { PipelineConfig } from '../../infra/config';
import { PipelineStack } from '../../infra/pipeline-stack';

/** The stack of the pipeline, for an environment that is there already and that nobody named. */
export const makeStack = (app: App, config: PipelineConfig): Stack =>
  new PipelineStack(app, config, { ...readAirflowFile(), environment: 'existing', existing: {} });

/** The MWAA environment that the app can make. */
export const otherStacks = (app: App, config: PipelineConfig): Record<string, Stack> => ({
  environment: new AirflowStack(app, config, { ...readAirflowFile(), environment: 'mw1.small' }),
});

import type { App, Stack } from 'aws-cdk-lib';

import type { PipelineConfig } from '../../infra/config';
import { PipelineStack } from '../../infra/pipeline-stack';

/*
 * What the tests that every starter has look at. Where the app can make more than the stack of the pipeline, or is told more
 * than config/pipeline.json says, the starter has a file of its own in this place.
 */

/** The stack of the pipeline, the same whatever else is configured. */
export const makeStack = (app: App, config: PipelineConfig): Stack => new PipelineStack(app, config);

/** Stacks that the app can make besides. */
export const otherStacks = (_app: App, _config: PipelineConfig): Record<string, Stack> => ({});

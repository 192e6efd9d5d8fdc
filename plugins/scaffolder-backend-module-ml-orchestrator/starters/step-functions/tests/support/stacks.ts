import type { App, Stack } from 'aws-cdk-lib';

import type { PipelineConfig } from '../../infra/config';
import { PipelineStack } from '../../infra/pipeline-stack';
import type { Segment } from '../../infra/segments-config';
import { FILES_ARRIVE } from '../../infra/source';

/** Segments of the tests' own, so that the same is tested whatever config/segments.json lists. */
export const SEGMENTS: Segment[] = [
  { name: 'retail', inputPrefix: 'data/retail/', metricThreshold: 0.8 },
  { name: 'business', inputPrefix: 'data/business/', metricThreshold: 0.75 },
];

/** Those that can be listed: a query gives the same to each, so there it can be one. */
export const LISTED = FILES_ARRIVE ? SEGMENTS : SEGMENTS.slice(0, 1);

/** The stack of the pipeline without segments. */
export const makeStack = (app: App, config: PipelineConfig): Stack => new PipelineStack(app, config, []);

/** The same with segments, of which none can be served. */
export const otherStacks = (app: App, config: PipelineConfig): Record<string, Stack> => ({
  segments: new PipelineStack(app, { ...config, serving: 'none' }, LISTED),
});

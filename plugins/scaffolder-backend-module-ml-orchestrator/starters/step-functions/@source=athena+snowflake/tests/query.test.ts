/** The data comes from a query: what does not go with that. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ArtifactMetadataEntryType } from 'aws-cdk-lib/cloud-assembly-schema';

import { PipelineStack } from '../infra/pipeline-stack';
import { pipelineOf, runPipeline } from './support/pipeline';
import { SEGMENTS } from './support/stacks';
import { newApp, synthesize } from './support/synthesized';

const { config } = synthesize({ serving: 'none' });

/** What stops `cdk synth` when this many segments are listed. */
function errorsWith(count: number): string[] {
  const { node } = new PipelineStack(newApp(), config, SEGMENTS.slice(0, count));
  return node.metadata.filter(({ type }) => type === ArtifactMetadataEntryType.ERROR).map(({ data }) => String(data));
}

test('of segments there can be one: the query would give the same to each', () => {
  assert.deepEqual([errorsWith(0), errorsWith(1)], [[], []]);
  const [error, ...others] = errorsWith(2);
  assert.match(String(error), /the data comes from one query/);
  assert.deepEqual(others, []);
});

test('a prefix in the input, as the workflow for segments gives it, changes nothing: nobody reads files', async () => {
  const run = await runPipeline(pipelineOf(), { input: { inputPrefix: 'executions/' } });
  assert.equal(run.status, 'SUCCEEDED');
  assert.ok(!JSON.stringify(run.calls).includes('"executions/"'));
});

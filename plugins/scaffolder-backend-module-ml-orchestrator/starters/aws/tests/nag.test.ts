/** Whatever config/pipeline.json switches on, the rules of cdk-nag find nothing that has no reason. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

import { Validations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';

import { addCiStacks } from '../infra/ci-app';
import { configsOf, readPipelineFile, SERVING } from '../infra/config';
import type { PipelineFile } from '../infra/config';
import { PipelineStack } from '../infra/pipeline-stack';
import { CI } from './support/ci';
import { ACCOUNT, EVERYTHING, newApp } from './support/synthesized';

/** As `cdk synth` does: it ends with an error where there is a finding. */
function synthesizeUnderRules(addStacks: (app: App) => void): void {
  const outdir = mkdtempSync(path.join(tmpdir(), 'cdk.out-'));
  try {
    const app = newApp({ outdir, underRules: true });
    addStacks(app);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    app.synth();
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The stacks of a variation of this repository's configuration. */
function addPipelines(app: App, changes: Partial<PipelineFile>): PipelineStack[] {
  return configsOf({ ...readPipelineFile(), environments: [], ...changes }).map(
    config => new PipelineStack(app, config),
  );
}

const off = { schedule: null, startOnData: false, notificationEmail: null, slack: null, monthlyBudget: null };
const environments = [
  { name: 'dev', account: ACCOUNT },
  { name: 'prod', account: '444455556666' },
];

// In one app, because the rules take their time to start: a finding names its stack.
test('everything on and everything off, each way to serve, with accounts that are known, and what CI needs', () => {
  synthesizeUnderRules(app => {
    for (const serving of SERVING) addPipelines(app, { ...EVERYTHING, name: `on-${serving}`, serving });
    addPipelines(app, { ...off, name: 'off', serving: 'none' });
    addPipelines(app, { ...EVERYTHING, name: 'known', serving: 'batch', environments });
    addCiStacks(app, { ...readPipelineFile(), environments }, CI);
  });
});

test('the rules are applied: a bucket that everybody may see is refused', () => {
  const addBucket = (app: App): void => addPipelines(app, { serving: 'none' }).forEach(stack => new Bucket(stack, 'Open'));
  assert.throws(() => synthesizeUnderRules(addBucket), /Validation ?failed/i);
});

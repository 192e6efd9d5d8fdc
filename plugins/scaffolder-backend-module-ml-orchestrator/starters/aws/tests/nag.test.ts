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
const pipelines =
  (changes: Partial<PipelineFile>, change: (stack: PipelineStack) => void = () => {}) =>
  (app: App): void => {
    for (const config of configsOf({ ...readPipelineFile(), ...changes })) change(new PipelineStack(app, config));
  };

const environments = [
  { name: 'dev', account: ACCOUNT },
  { name: 'prod', account: '444455556666' },
];

for (const serving of SERVING) {
  test(`everything on, serving ${serving}`, () => {
    synthesizeUnderRules(pipelines({ ...EVERYTHING, serving, environments: [] }));
  });
}

test('everything off', () => {
  const off = { schedule: null, startOnData: false, notificationEmail: null, slack: null, monthlyBudget: null };
  synthesizeUnderRules(pipelines({ ...off, serving: 'none', environments: [] }));
});

test('environments, whose accounts are known', () => {
  synthesizeUnderRules(pipelines({ ...EVERYTHING, serving: 'batch', environments }));
});

test('what CI needs', () => {
  synthesizeUnderRules(app => addCiStacks(app, { ...readPipelineFile(), environments }, CI));
});

test('the rules are applied: a bucket that everybody may see is refused', () => {
  const addBucket = (stack: PipelineStack): void => void new Bucket(stack, 'Open');
  assert.throws(() => synthesizeUnderRules(pipelines({ serving: 'none' }, addBucket)), /Validation ?failed/i);
});

import { join, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { checkGuidanceFiles } from 'backstage-plugin-ml-orchestrator-node';
import type { StarterSpec } from '../starters';
import { guidanceFor } from './guidance';
import { NASTY_TEXT } from './starters';

/** The root of this repository. */
export const ROOT = resolve(
  resolvePackagePath(
    'backstage-plugin-scaffolder-backend-module-ml-orchestrator',
    '../..',
  ),
);

/** The starter that the example organisation adds. */
export const exampleStarter = {
  id: 'kubeflow-pipelines',
  directory: join(ROOT, 'examples/starters/kubeflow-pipelines'),
};

/** The guidance of the example organisation. */
export const exampleGuidance = guidanceFor(async () => {
  const layers = ['orchestrators', 'comparison', 'questions'].map(name =>
    join(ROOT, 'examples/guidance', `${name}.yaml`),
  );
  return (await checkGuidanceFiles(layers)).guidance!;
});

/** A decision for that starter: patient records must not leave the house, one of its scenarios. */
export const exampleDecision = {
  answers: {
    policy: 'none',
    shape: 'gate',
    steps: 'beyond-aws',
    team: 'platform-engineers',
    start: 'clock',
    residency: 'own-data-centre',
  },
  orchestrator: 'kubeflow-pipelines',
};

/** A spec for that starter. */
export const exampleSpec: StarterSpec = {
  name: 'readmission',
  owner: 'group:default/patient-care',
  description: NASTY_TEXT,
  decision: exampleDecision,
  options: { trigger: 'schedule', schedule: '0 6 * * 7' },
  ci: 'github',
  repoSlug: 'care/readmission',
};

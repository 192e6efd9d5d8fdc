import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import type { StarterPreview } from 'backstage-plugin-ml-orchestrator-common';
import { startersExtensionPoint } from 'backstage-plugin-ml-orchestrator-node';
import { parse } from 'yaml';
// The examples are in no package; this is the module as docs/starters.md shows it.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import exampleStarters from '../../../examples/starters/module';
import {
  exampleDecision as decision,
  exampleGuidance as guidance,
  ROOT,
} from './__testUtils__/exampleOrganisation';
import { startScaffolder } from './__testUtils__/startScaffolder';

const template = parse(
  readFileSync(join(ROOT, 'templates/ml-pipeline/template.yaml'), 'utf8'),
);

const spec = {
  decision,
  name: 'readmission',
  owner: 'group:default/Patient_Care',
  description: 'Who will be "back"?',
  options: { trigger: 'schedule', schedule: '0 6 * * 7', metricThreshold: 0.9 },
  ci: 'gitlab',
  repoSlug: 'care/models/readmission',
};

describe('the starter that the example organisation adds', () => {
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
  let repositories: string;

  beforeAll(async () => {
    repositories = await mkdtemp(join(tmpdir(), 'added-starter-'));
    scaffolder = await startScaffolder({
      features: [exampleStarters, githubModule],
      guidance,
      entities: [template],
      config: { mlOrchestrator: { localRepositories: { root: repositories } } },
    });
  }, 60_000);
  afterAll(async () => {
    await scaffolder.stop();
    await rm(repositories, { recursive: true, force: true });
  });

  async function ask(path: string, body: unknown) {
    const response = await fetch(
      `http://localhost:${scaffolder.server.port()}/api/scaffolder/${path}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    return { status: response.status, body: await response.json() };
  }

  async function preview(given: object) {
    const { status, body } = await ask('ml-orchestrator/preview', {
      spec: given,
    });
    expect({ status, error: body.error }).toEqual({ status: 200 });
    const { files } = body as StarterPreview;
    return new Map(files.map(file => [file.path, file]));
  }

  const json = (files: Awaited<ReturnType<typeof preview>>, path: string) =>
    JSON.parse(files.get(path)!.content);

  it('is previewed with what all starters share, and without AWS', async () => {
    const files = await preview(spec);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'catalog-info.yaml',
        'docs/decisions/0001-orchestrator.md',
        'pipelines/pipeline.py',
        'steps/train.py',
        'tests/test_steps.py',
        '.gitlab-ci.yml',
      ]),
    );
    expect(
      [...files.keys()].filter(path => /cdk|infra|\.ts$/.test(path)),
    ).toEqual([]);
    expect(files.get('.gitlab-ci.yml')!.content).toContain('KUBEFLOW_TOKEN');
    expect(parse(files.get('catalog-info.yaml')!.content)).toMatchObject({
      metadata: {
        annotations: { 'ml-orchestrator/orchestrator': 'kubeflow-pipelines' },
      },
    });
    expect([...files.values()].filter(({ reason }) => !reason)).toEqual([]);
  });

  it('is filled in from the spec', async () => {
    const files = await preview(spec);
    expect(json(files, 'config/pipeline.json')).toEqual({
      name: 'readmission',
      description: 'Who will be "back"?',
      owner: 'group:default/Patient_Care',
      framework: 'scikit-learn',
      metricThreshold: 0.9,
      schedule: '0 6 * * 7',
      notificationEmail: null,
    });
    // A namespace is a DNS label, which an owner need not be.
    expect(json(files, 'config/kubeflow.json')).toMatchObject({
      namespace: 'patient-care',
      cache: false,
    });
    const access = files.get('kubernetes/access.yaml')!.content;
    expect(access).toContain(
      '"project_path:care/models/readmission:ref_type:branch:ref:main"',
    );
  });

  it('has a CI configuration for GitHub as well, and defaults', async () => {
    const files = await preview({ decision });
    expect([...files.keys()]).toContain('.github/workflows/ci.yml');
    expect([...files.keys()]).not.toContain('.gitlab-ci.yml');
    expect(json(files, 'config/kubeflow.json').cache).toBe(true);
    expect(files.get('kubernetes/access.yaml')!.content).toContain(
      '"repo:OWNER/REPOSITORY:environment:production"',
    );
  });

  it('says what it offers, and why not the rest', async () => {
    const { body } = await ask('ml-orchestrator/options', {
      spec: {
        decision,
        options: { trigger: 'data-arrival', region: 'eu-central-1' },
      },
    });
    expect(body.starter).toBe('kubeflow-pipelines');
    expect(Object.keys(body.schema.properties).sort()).toEqual([
      'metricThreshold',
      'notificationEmail',
      'trigger',
    ]);
    expect(body.refused).toContainEqual(
      expect.objectContaining({ option: 'framework', value: 'pytorch' }),
    );
    expect(body.problems).toEqual([
      {
        option: 'trigger',
        message: expect.stringContaining('hears of no events'),
      },
      { option: 'region', message: expect.stringContaining('does not offer') },
    ]);
  });

  it('is generated by the template as it was previewed', async () => {
    const { status, body } = await ask('v2/dry-run', {
      template,
      values: { ...spec, destination: 'local' },
      directoryContents: [],
    });
    expect({ status, error: body.error }).toEqual({ status: 200 });
    const written = new Map(
      body.directoryContents.map(
        (file: { path: string; base64Content: string }) => [
          file.path,
          Buffer.from(file.base64Content, 'base64').toString('utf8'),
        ],
      ),
    );
    // A local repository has no slug.
    const shown = await preview({ ...spec, repoSlug: undefined });
    expect(written).toEqual(
      new Map([...shown].map(([path, { content }]) => [path, content])),
    );
  });
});

describe('starters that modules add', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'added-starter-'));
    await write({
      'options.yaml': 'offers: {}\n',
      'files.yaml': 'reasons: {}\n',
    });
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  async function write(files: Record<string, string>) {
    for (const [path, content] of Object.entries(files)) {
      await writeFile(join(directory, path), content);
    }
  }

  /** A scaffolder with starters of these ids, all in one folder. */
  const start = (ids: string[]) =>
    startScaffolder({
      features: [
        createBackendModule({
          pluginId: 'scaffolder',
          moduleId: 'our-starters',
          register(env) {
            env.registerInit({
              deps: { starters: startersExtensionPoint },
              async init({ starters }) {
                ids.forEach(id => starters.addStarter({ id, directory }));
              },
            });
          },
        }),
      ],
    });

  it.each([
    ['an id twice', ['ours', 'ours']],
    ['the id of a starter of the plugin', ['step-functions']],
  ])(
    'are refused at start with %s',
    async (_, ids) => {
      await expect(start(ids)).rejects.toThrow(
        /There are two starters with the id/,
      );
    },
    60_000,
  );

  it.each([
    [{ 'main.py': 'NAME = 1' }, 'gives no reason for main.py'],
    [{ 'options.yaml': 'offers: { colour: true }' }, 'is no option'],
  ])(
    'are refused at start with %p, because it %s',
    async (files, message) => {
      await write(files);
      await expect(start(['ours'])).rejects.toThrow(message);
    },
    60_000,
  );
});

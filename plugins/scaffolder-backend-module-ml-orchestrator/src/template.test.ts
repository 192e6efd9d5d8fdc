import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { parse as parseYaml } from 'yaml';
import { decision, decisions, NASTY_TEXT } from './__testUtils__/starters';
import { startScaffolder } from './__testUtils__/startScaffolder';

const file = resolve(
  resolvePackagePath(
    'backstage-plugin-scaffolder-backend-module-ml-orchestrator',
    '../../templates/ml-pipeline/template.yaml',
  ),
);
const template = parseYaml(readFileSync(file, 'utf8'));

const required = {
  decision,
  name: 'churn-training',
  owner: 'group:default/growth-analytics',
  region: 'eu-central-1',
  metricThreshold: 0.8,
  destination: 'local',
};

let root: string;
let url: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'template-'));
  const { server } = await startScaffolder({
    features: [githubModule],
    entities: [template],
    config: { mlOrchestrator: { localRepositories: { root } } },
  });
  url = `http://localhost:${server.port()}/api/scaffolder/v2`;
}, 60_000);

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function dryRun(values: object) {
  const response = await fetch(`${url}/dry-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ template, values, directoryContents: [] }),
  });
  const body = await response.json();
  return { status: response.status, body };
}

function generatedFile(
  body: { directoryContents: { path: string; base64Content: string }[] },
  path: string,
) {
  const found = body.directoryContents.find(f => f.path === path);
  return Buffer.from(found!.base64Content, 'base64').toString('utf8');
}

describe('the preview', () => {
  const preview = async (body: unknown) => {
    const response = await fetch(
      `${url.replace(/v2$/, '')}ml-orchestrator/preview`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    return { status: response.status, body: await response.json() };
  };

  it('shows the files that the action writes, byte for byte, and why they are there', async () => {
    const { destination: _, ...spec } = required;
    const shown = await preview({ spec });
    expect(shown.status).toBe(200);
    expect(shown.body.assumed).toEqual([]);
    const { body } = await dryRun(required);
    expect(shown.body.files.map((f: { path: string }) => f.path)).toEqual(
      body.directoryContents.map((f: { path: string }) => f.path).sort(),
    );
    for (const { path, content, reason } of shown.body.files) {
      expect(content).toBe(generatedFile(body, path));
      expect(reason).not.toBe('');
    }
  });

  it('stands in for what is not filled in yet', async () => {
    const { status, body } = await preview({
      spec: { decision, name: '', ci: 'gitlab' },
    });
    expect(status).toBe(200);
    expect(body.assumed).toEqual([
      'name',
      'owner',
      'region',
      'metricThreshold',
    ]);
    expect(body.files).toContainEqual(
      expect.objectContaining({
        path: '.gitlab-ci.yml',
        when: { ci: 'gitlab' },
      }),
    );
  });

  it('refuses what is not JSON, as the rest of the API does', async () => {
    const response = await fetch(
      `${url.replace(/v2$/, '')}ml-orchestrator/preview`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"spec":',
      },
    );
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toMatch(
      'body: is not valid JSON',
    );
  });

  it.each([
    [{}, 'spec: must be an object'],
    [{ spec: [] }, 'spec: must be an object'],
    [{ spec: { name: 'churn' } }, 'decision: choose an orchestrator first'],
    [{ spec: { decision, name: 'Has Spaces' } }, /^name: /],
    [{ spec: { decision, colour: 'blue' } }, /colour/],
  ])('refuses %p, naming the field', async (body, message) => {
    const answer = await preview(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });
});

describe('the ml-pipeline template', () => {
  it('uses actions that exist', async () => {
    const actions: { id: string }[] = await (
      await fetch(`${url}/actions`)
    ).json();
    const ids = actions.map(({ id }) => id);
    for (const step of template.spec.steps) {
      expect(ids).toContain(step.action);
    }
  });

  it('runs with only what is required', async () => {
    const { status, body } = await dryRun(required);
    expect(body).not.toHaveProperty('error');
    expect(status).toBe(200);
    const entity = parseYaml(generatedFile(body, 'catalog-info.yaml'));
    expect(entity.metadata.annotations).not.toHaveProperty(
      'github.com/project-slug',
    );
    expect(entity.spec).not.toHaveProperty('system');
    expect(body.output.links).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/churn-training',
      }),
      expect.objectContaining({
        url: '/docs/default/component/churn-training',
      }),
    ]);
    const [next, where] = body.output.text;
    expect(next.content).toContain('Amazon SageMaker Pipelines fits.');
    expect(next.content).toContain(
      `git clone file://${root}/churn-training churn-training`,
    );
    expect(where.content).toContain(join(root, 'churn-training'));
  });

  it('hands on what was typed, template syntax and all', async () => {
    const { body } = await dryRun({
      ...required,
      description: NASTY_TEXT,
      system: 'system:default/customer-insights',
      schedule: '0 6 1 * *',
      notificationEmail: 'ml-alerts@example.com',
    });
    const entity = parseYaml(generatedFile(body, 'catalog-info.yaml'));
    expect(entity.metadata.description).toBe(NASTY_TEXT);
    expect(entity.spec.system).toBe('system:default/customer-insights');
  });

  it("is made for the CI that was chosen, and on GitHub for GitHub's", async () => {
    const paths = async (values: object) => {
      const { body } = await dryRun({ ...required, ...values });
      return body.directoryContents.map((f: { path: string }) => f.path);
    };
    const gitlab = await paths({ ci: 'gitlab' });
    expect(gitlab).toContain('.gitlab-ci.yml');
    expect(gitlab).not.toContain('.github/workflows/ci.yml');
    expect(
      await paths({
        destination: 'github',
        repoUrl: 'github.com?owner=example&repo=churn-training',
      }),
    ).toContain('.github/workflows/ci.yml');
  });

  it('starts runs as was chosen, and forgets a schedule that was given up', async () => {
    const config = async (values: object) => {
      const { body } = await dryRun({ ...required, ...values });
      return JSON.parse(generatedFile(body, 'config/pipeline.json'));
    };
    const schedule = '0 6 1 * *';
    expect(await config({ trigger: 'schedule', schedule })).toMatchObject({
      schedule,
    });
    expect(await config({ trigger: 'by-hand', schedule })).toMatchObject({
      schedule: null,
    });
    expect(
      await config({
        trigger: 'data-arrival',
        decision: decisions['step-functions'],
      }),
    ).toMatchObject({ schedule: null, startOnData: true });
  });

  it('says why an orchestrator does not offer a trigger', async () => {
    const { body } = await dryRun({ ...required, trigger: 'data-arrival' });
    expect(JSON.stringify(body)).toContain(
      'trigger: the starter sagemaker-pipelines does not offer data-arrival',
    );
  });

  it('goes to GitHub instead', async () => {
    const { body } = await dryRun({
      ...required,
      destination: 'github',
      repoUrl: 'github.com?owner=example&repo=churn-training',
    });
    const entity = parseYaml(generatedFile(body, 'catalog-info.yaml'));
    expect(entity.metadata.annotations['github.com/project-slug']).toBe(
      'example/churn-training',
    );
    const log: { body: { stepId?: string; status?: string } }[] = body.log;
    const steps = new Map(
      log.map(entry => [entry.body.stepId, entry.body.status]),
    );
    expect(steps.get('publish-local')).toBe('skipped');
    expect(body.output.links).toHaveLength(3);
  });

  it.each([
    [{ name: 'Has Spaces' }],
    [{ name: 'double--dash' }],
    [{ region: 'mars-north-1' }],
    [{ metricThreshold: 2 }],
    [{ trigger: 'schedule' }],
    [{ trigger: 'full-moon' }],
    [{ destination: 'elsewhere' }],
    [{ destination: 'github' }],
  ])('is refused by the form for %p', async wrong => {
    const { status } = await dryRun({ ...required, ...wrong });
    expect(status).toBe(400);
  });
});

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
  options: { region: 'eu-central-1' },
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

/** Asks the scaffolder's own API for ML Orchestrator. */
async function ask(what: string, body: unknown) {
  const response = await fetch(
    `${url.replace(/v2$/, '')}ml-orchestrator/${what}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
  );
  return { status: response.status, body: await response.json() };
}

describe('the options', () => {
  const options = (spec: object) => ask('options', { spec });

  it('are those of the starter that the decision leads to', async () => {
    const { status, body } = await options({
      decision: decisions['step-functions'],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      starter: 'step-functions',
      schema: { type: 'object', required: ['region'] },
      implied: [{ option: 'trigger', value: 'data-arrival' }],
      problems: [{ option: 'region', message: 'is needed' }],
    });
    expect(body.schema.properties).not.toHaveProperty('airflowVersion');
  });

  it('are checked, and each problem is told with its option', async () => {
    const { body } = await options({
      decision: decisions['step-functions'],
      options: {
        region: 'us-east-1',
        trigger: 'schedule',
        schedule: 'daily',
        environments: [{ name: 'dev', account: '1' }],
        notificationEmail: '',
      },
    });
    expect(body.problems).toEqual([
      {
        option: 'schedule',
        message: expect.stringContaining('must have five fields'),
      },
      {
        option: 'environments',
        message: 'number 1: account: must be an AWS account id of 12 digits',
      },
    ]);
    const other = await options({
      decision,
      options: { region: 'us-east-1', airflowVersion: '3.2.1' },
    });
    expect(other.body.problems).toEqual([
      {
        option: 'airflowVersion',
        message: 'the starter sagemaker-pipelines does not offer it',
      },
    ]);
  });

  it.each([
    [{}, 'decision: choose an orchestrator first'],
    [{ decision: { answers: {} } }, /^decision\.orchestrator: /],
    [
      { decision: { answers: {}, orchestrator: 'cron' } },
      /^decision\.orchestrator: unknown/,
    ],
    [{ decision, options: [] }, 'options: must be an object'],
  ])('are refused for %p, naming the field', async (spec, message) => {
    const { status, body } = await options(spec);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });
});

describe('the preview', () => {
  const preview = (body: unknown) => ask('preview', body);

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
    expect(body.assumed).toEqual(['name', 'owner', 'options.region']);
    expect(body.files).toContainEqual(
      expect.objectContaining({
        path: '.gitlab-ci.yml',
        when: { ci: 'gitlab' },
      }),
    );
  });

  it('refuses what is not JSON, as the rest of the API does', async () => {
    const { status, body } = await preview('{"spec":');
    expect(status).toBe(400);
    expect(body.error.message).toMatch('body: is not valid JSON');
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
      options: {
        region: 'eu-central-1',
        trigger: 'schedule',
        schedule: '0 6 1 * *',
        notificationEmail: 'ml-alerts@example.com',
      },
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

  it('hands on the options, and empty text for nothing', async () => {
    const { body } = await dryRun({
      ...required,
      options: {
        region: 'us-east-1',
        trigger: 'schedule',
        schedule: '0 6 1 * *',
        notificationEmail: '',
      },
    });
    expect(
      JSON.parse(generatedFile(body, 'config/pipeline.json')),
    ).toMatchObject({ region: 'us-east-1', schedule: '0 6 1 * *' });
  });

  it('says what a starter does not offer', async () => {
    const { body } = await dryRun({
      ...required,
      options: { region: 'us-east-1', airflowVersion: '3.2.1' },
    });
    expect(JSON.stringify(body)).toContain(
      'options.airflowVersion: the starter sagemaker-pipelines does not offer it',
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
    [{ destination: 'elsewhere' }],
    [{ destination: 'github' }],
  ])('is refused by the form for %p', async wrong => {
    const { status } = await dryRun({ ...required, ...wrong });
    expect(status).toBe(400);
  });
});

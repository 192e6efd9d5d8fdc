import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import type { Entity } from '@backstage/catalog-model';
import { parse as parseYaml } from 'yaml';
import { decision, decisions, NASTY_TEXT } from '../__testUtils__/starters';
import { startScaffolder } from '../__testUtils__/startScaffolder';
import { FakeGithub } from './__testUtils__/fakeGithub';
import { FakeGitlab } from './__testUtils__/fakeGitlab';
import { makeRepository, showFile } from './__testUtils__/localGit';
import { templateRuns } from './__testUtils__/templateRuns';

const file = resolve(
  resolvePackagePath(
    'backstage-plugin-scaffolder-backend-module-ml-orchestrator',
    '../../templates/link-ml-pipeline/template.yaml',
  ),
);
const template = parseYaml(readFileSync(file, 'utf8'));

const CATALOG_INFO = `# By hand.
kind: Component
metadata:
  name: NAME   # of the pipeline
spec: {type:   ml-pipeline}
`;
const LINKED = CATALOG_INFO.replace(
  'of the pipeline\n',
  `of the pipeline
  annotations:
    ml-orchestrator/orchestrator: sagemaker-pipelines
    ml-orchestrator/answers: policy=none,shape=gate,start=clock,steps=sagemaker,team=data-scientists
    ml-orchestrator/decided-on: "${new Date().toISOString().slice(0, 10)}"
    ml-orchestrator/decided-by: user:default/mock
    ml-orchestrator/decision-record: docs/decisions/0001-orchestrator.md
    ml-orchestrator/sagemaker-pipeline: churn
`,
);
const BRANCH = 'ml-orchestrator/link-component-default';

let base: string;
let github: FakeGithub;
let gitlab: FakeGitlab;
let url: string;
let runs: ReturnType<typeof templateRuns>;

const dir = () => join(base, 'churn');
const named = (text: string, name: string) => text.replace('NAME', name);

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'link template '));
  github = await FakeGithub.start();
  gitlab = await FakeGitlab.start();
  const at = (name: string, location: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'backstage.io/managed-by-location': location },
    },
    spec: { type: 'ml-pipeline' },
  });
  const { server } = await startScaffolder({
    features: [githubModule, gitlabModule],
    entities: [
      template,
      at('churn', `file:${dir()}/catalog-info.yaml`),
      at(
        'fraud',
        `url:https://${github.host}/acme/ml/blob/main/fraud/catalog-info.yaml`,
      ),
      at(
        'uplift',
        `url:http://${gitlab.host}/acme/teams/ml/-/blob/main/catalog-info.yaml`,
      ),
      at('shop', 'url:https://example.com/a/b/src/main/catalog-info.yaml'),
    ],
    config: {
      mlOrchestrator: { localRepositories: { root: base } },
      integrations: {
        github: [github.integration],
        gitlab: [gitlab.integration],
      },
    },
  });
  url = `http://localhost:${server.port()}/api/scaffolder/v2`;
  runs = templateRuns(url, template);
}, 60_000);

afterAll(async () => {
  github.stop();
  gitlab.stop();
  await rm(base, { recursive: true, force: true });
});

beforeEach(async () => {
  await makeRepository(dir(), {
    'catalog-info.yaml': named(CATALOG_INFO, 'churn'),
  });
});
afterEach(() => rm(dir(), { recursive: true, force: true }));

const answered = { how: 'answers', decision, locator: 'churn' };
const stated = {
  how: 'runs-on',
  orchestrator: 'resource:default/airflow-mwaa',
};

const annotations = (files: Map<string, string>) =>
  parseYaml(files.get('catalog-info.yaml')!).metadata.annotations;
const run = (values: object) =>
  runs.run('template:default/link-ml-pipeline', values);
const dryRun = (values: object) =>
  runs.dryRun({ entity: 'component:default/churn', ...values });

describe('the link-ml-pipeline template', () => {
  it('uses actions that exist', async () => {
    const actions = await (await fetch(`${url}/actions`)).json();
    const ids = actions.map(({ id }: { id: string }) => id);
    for (const step of template.spec.steps) {
      expect(ids).toContain(step.action);
    }
  });

  it('shows in a dry run what it would propose, and proposes nothing', async () => {
    const { files, output, error } = await dryRun(answered);
    expect(error).toBeUndefined();
    expect([...files.keys()].sort()).toEqual([
      'catalog-info.yaml',
      'docs/decisions/0001-orchestrator.md',
    ]);
    expect(files.get('catalog-info.yaml')).toBe(named(LINKED, 'churn'));
    expect(output.text[0].content).toContain(`${BRANCH}-churn`);
    await expect(
      showFile(dir(), `${BRANCH}-churn`, 'catalog-info.yaml'),
    ).rejects.toThrow('Could not find');
  });

  it('proposes a branch of a local repository', async () => {
    const output = await run({
      entity: 'component:default/churn',
      ...answered,
    });
    const branch = `${BRANCH}-churn`;
    expect(await showFile(dir(), branch, 'catalog-info.yaml')).toBe(
      named(LINKED, 'churn'),
    );
    expect(
      await showFile(dir(), branch, 'docs/decisions/0001-orchestrator.md'),
    ).toContain('# Use Amazon SageMaker Pipelines for churn');
    expect(await readFile(join(dir(), 'catalog-info.yaml'), 'utf8')).toBe(
      named(CATALOG_INFO, 'churn'),
    );
    const [next, what] = output.text;
    expect(next.content).toContain(`git merge ${branch}`);
    expect(next.content).toContain(dir());
    expect(what.content).toContain('### Ranking');
    expect(output.links).toEqual([
      expect.objectContaining({ entityRef: 'component:default/churn' }),
    ]);

    // Once more gives the same; another decision does not get in its way.
    expect(
      await run({ entity: 'component:default/churn', ...answered }),
    ).toEqual(output);
    await expect(
      run({ entity: 'component:default/churn', ...stated }),
    ).rejects.toThrow('exists already, with other content');
  }, 30_000);

  it('opens a pull request on GitHub, and brings it up to date', async () => {
    github.files = {
      'fraud/catalog-info.yaml': named(CATALOG_INFO, 'fraud'),
      'fraud/docs/decisions/0007-use-postgres.md': '# Use Postgres',
      'README.md': '# ML',
    };
    const values = { entity: 'component:default/fraud', ...answered };
    const output = await run(values);
    expect(github.committed).toEqual({
      ...github.files,
      'fraud/catalog-info.yaml': named(LINKED, 'fraud').replace('0001', '0008'),
      'fraud/docs/decisions/0008-orchestrator.md':
        expect.stringContaining('for fraud'),
    });
    expect(github.pullRequests).toEqual([
      expect.objectContaining({
        title: 'Link fraud to Amazon SageMaker Pipelines',
        body: expect.stringContaining('\n### Reasons\n'),
        base: 'main',
        head: `acme:${BRANCH}-fraud`,
      }),
    ]);
    expect(output.links[0].url).toBe(`https://${github.host}/acme/ml/pull/1`);
    expect(output.text.map((t: { title: string }) => t.title)).toEqual([
      'What changes',
    ]);

    await run({ entity: 'component:default/fraud', ...stated });
    expect(github.pullRequests.map(({ title }) => title)).toEqual([
      'Link fraud to Amazon SageMaker Pipelines',
      'Link fraud to Amazon MWAA (Apache Airflow)',
    ]);

    // Once it is merged there is nothing to propose.
    github.files = github.committed;
    expect(
      (await run({ entity: 'component:default/fraud', ...stated })).text,
    ).toEqual([expect.objectContaining({ title: 'Nothing to change' })]);
    expect(github.pullRequests).toHaveLength(2);
  }, 60_000);

  it('opens a merge request on GitLab', async () => {
    gitlab.files = { 'catalog-info.yaml': named(CATALOG_INFO, 'uplift') };
    const values = { entity: 'component:default/uplift', ...answered };
    const output = await run(values);
    expect(gitlab.committed).toEqual({
      'catalog-info.yaml': { action: 'update', text: named(LINKED, 'uplift') },
      'docs/decisions/0001-orchestrator.md': {
        action: 'create',
        text: expect.stringContaining('for uplift'),
      },
    });
    expect(gitlab.mergeRequests).toEqual([
      expect.objectContaining({
        title: 'Link uplift to Amazon SageMaker Pipelines',
        description: expect.stringContaining('\n### Reasons\n'),
        source_branch: `${BRANCH}-uplift`,
        target_branch: 'main',
      }),
    ]);
    expect(output.links[0]).toMatchObject({
      title: 'Open the merge request',
      url: `http://${gitlab.host}/acme/teams/ml/-/merge_requests/1`,
    });

    // The action of the module for GitLab brings nothing up to date: the first one goes first.
    await expect(run({ ...values, ...stated })).rejects.toThrow(
      'the branch already exists',
    );
    gitlab.files = {
      'catalog-info.yaml': gitlab.committed['catalog-info.yaml'].text,
    };
    const { decision: _, ...rest } = values;
    expect(
      (
        await run({
          ...rest,
          how: 'runs-on',
          orchestrator: 'resource:default/sagemaker-pipelines',
        })
      ).text,
    ).toEqual([expect.objectContaining({ title: 'Nothing to change' })]);
  }, 60_000);

  it('says what it runs on, whatever else the form still holds', async () => {
    const { files } = await dryRun({
      ...stated,
      decision: decisions['step-functions'],
      locator: 'ml-prod/churn',
    });
    expect([...files.keys()]).toEqual(['catalog-info.yaml']);
    expect(annotations(files)).toEqual({
      'ml-orchestrator/orchestrator': 'airflow-mwaa',
      'ml-orchestrator/airflow-dag': 'ml-prod/churn',
    });
  });

  it('hands on the reason, template syntax and all', async () => {
    const { files } = await dryRun({
      how: 'answers',
      decision: {
        ...decision,
        orchestrator: 'airflow-mwaa',
        overrideReason: NASTY_TEXT,
        summary: ['In words'],
      },
    });
    expect(annotations(files)).toMatchObject({
      'ml-orchestrator/override-reason': NASTY_TEXT,
    });
  });

  it('refuses an entity that it has no way to change, first of all', async () => {
    const { error } = await dryRun({
      entity: 'component:default/shop',
      ...answered,
    });
    expect(error.message).toContain(
      'entityRef: component:default/shop comes from url:https://example.com/a/b/src/main/catalog-info.yaml, which is no file in a repository that can be changed from here',
    );
  });

  it.each([
    { how: 'elsewhere' },
    { how: 'answers' },
    { how: 'runs-on' },
    { entity: undefined, ...answered },
  ])('is refused by the form for %p', async wrong => {
    expect((await dryRun(wrong)).status).toBe(400);
  });
});

import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse as parseYaml, parseAllDocuments } from 'yaml';
import { guidanceFor } from '../__testUtils__/guidance';
import { decision, decisions, NASTY_TEXT } from '../__testUtils__/starters';
import { createLinkAction } from './link';
import { examples } from './link.examples';

type Input = Parameters<
  ReturnType<typeof createLinkAction>['handler']
>[0]['input'];

const CATALOG_INFO = `# The churn pipeline, written by hand.
kind: Component
metadata:
  name: churn-training   # as in SageMaker
  annotations:
    "backstage.io/techdocs-ref": 'dir:.'

spec: {type: ml-pipeline}
---
kind: API
metadata: {name: churn-training}
`;

let workspacePath: string;

beforeEach(async () => {
  workspacePath = await mkdtemp(join(tmpdir(), 'link '));
  await writeFile(join(workspacePath, 'catalog-info.yaml'), CATALOG_INFO);
});
afterEach(() => rm(workspacePath, { recursive: true, force: true }));

async function link(input: Partial<Input> = {}): Promise<Record<string, any>> {
  const ctx = createMockActionContext<Input>({
    input: {
      entityRef: 'component:default/churn-training',
      decision,
      ...input,
    },
    workspacePath,
  });
  await createLinkAction({ guidance: guidanceFor() }).handler(ctx);
  return Object.fromEntries(jest.mocked(ctx.output).mock.calls);
}

const read = (path: string) => readFile(join(workspacePath, path), 'utf8');
const annotations = async () => {
  const [document] = parseAllDocuments(await read('catalog-info.yaml'));
  return document!.toJS().metadata.annotations;
};

describe('ml-orchestrator:link', () => {
  it('adds the annotations and nothing else, and records the decision', async () => {
    const output = await link({ locator: 'churn-training' });
    expect(await read('catalog-info.yaml')).toBe(
      CATALOG_INFO.replace(
        "'dir:.'\n",
        `'dir:.'
    ml-orchestrator/orchestrator: sagemaker-pipelines
    ml-orchestrator/answers: policy=none,shape=gate,start=clock,steps=sagemaker,team=data-scientists
    ml-orchestrator/decided-on: "${new Date().toISOString().slice(0, 10)}"
    ml-orchestrator/decision-record: docs/decisions/0001-orchestrator.md
    ml-orchestrator/sagemaker-pipeline: churn-training
`,
      ),
    );
    const record = await read('docs/decisions/0001-orchestrator.md');
    expect(record).toContain('SageMaker Pipelines for churn-training\n');
    expect(record).toContain(
      `- Date: ${new Date().toISOString().slice(0, 10)}`,
    );
    expect(output).toMatchObject({
      changed: true,
      files: ['catalog-info.yaml', 'docs/decisions/0001-orchestrator.md'],
      decisionRecordPath: 'docs/decisions/0001-orchestrator.md',
      branchName: 'ml-orchestrator/link-component-default-churn-training',
      title: 'Link churn-training to Amazon SageMaker Pipelines',
    });
  });

  it('explains the change: what, the decision, the ranking and the reasons', async () => {
    const { description } = await link({ locator: 'churn-training' });
    expect(description).toMatch(
      /^Links `component:default\/churn-training` to \*\*Amazon SageMaker Pipelines\*\*/,
    );
    expect(description).toContain('Amazon SageMaker Pipelines fits.');
    expect(description).toContain(
      '- `ml-orchestrator/sagemaker-pipeline`: churn-training\n',
    );
    expect(description).toContain('recorded in `docs/decisions/0001-');
    for (const part of ['Answers', 'Decision', 'Ranking', 'Reasons']) {
      expect(description).toContain(`\n### ${part}\n`);
    }
  });

  it('changes nothing the second time, not even on another day', async () => {
    await link();
    const before = await read('catalog-info.yaml');
    jest.useFakeTimers({
      now: Date.parse('2031-01-01'),
      doNotFake: ['nextTick', 'setImmediate'],
    });
    try {
      expect(await link()).toMatchObject({ changed: false, files: [] });
    } finally {
      jest.useRealTimers();
    }
    expect(await read('catalog-info.yaml')).toBe(before);
    expect(await readdir(join(workspacePath, 'docs/decisions'))).toEqual([
      '0001-orchestrator.md',
    ]);
  });

  it('only says what it runs on, without a record', async () => {
    const output = await link({
      decision: { orchestrator: 'airflow-mwaa', answers: {} },
      locator: 'ml-prod/churn_training',
    });
    expect(output.files).toEqual(['catalog-info.yaml']);
    expect(output).not.toHaveProperty('decisionRecordPath');
    expect(output.description).toContain('Nobody answered the questions');
    expect(await annotations()).toEqual({
      'backstage.io/techdocs-ref': 'dir:.',
      'ml-orchestrator/orchestrator': 'airflow-mwaa',
      'ml-orchestrator/airflow-dag': 'ml-prod/churn_training',
    });
  });

  it('takes a reason with it, whatever is in it, and drops it when it no longer counts', async () => {
    const overrideReason = NASTY_TEXT;
    const other = { ...decision, orchestrator: 'airflow-mwaa', overrideReason };
    const { description } = await link({ decision: other });
    expect(await annotations()).toMatchObject({
      'ml-orchestrator/override-reason': NASTY_TEXT,
    });
    expect(description).toContain('Chosen otherwise, because: Retrains the');
    expect(description).not.toContain('<b>');
    await link();
    expect(await annotations()).not.toHaveProperty(
      'ml-orchestrator/override-reason',
    );
  });

  it('says what goes and what was there before', async () => {
    await link({ locator: 'churn-training' });
    const other = { orchestrator: 'step-functions' };
    const { description } = await link({ decision: other });
    expect(description).toContain(
      '- removes `ml-orchestrator/sagemaker-pipeline`, which was: churn-training',
    );
    expect(description).toContain(
      '- `ml-orchestrator/orchestrator`: step-functions (was: sagemaker-pipelines)',
    );
  });

  it('marks the record that a new decision replaces', async () => {
    await link();
    const { files } = await link({ decision: decisions['step-functions'] });
    expect(files).toEqual([
      'catalog-info.yaml',
      'docs/decisions/0002-orchestrator.md',
      'docs/decisions/0001-orchestrator.md',
    ]);
    expect(await read('docs/decisions/0001-orchestrator.md')).toContain(
      '- Status: superseded by [0002-orchestrator.md](0002-orchestrator.md)',
    );
  });

  it('marks no record about another entity of the same name', async () => {
    const others = ['Resource', 'Component'].map(
      kind =>
        `---\nkind: ${kind}\nmetadata: {name: churn-training, namespace: Growth}\n`,
    );
    await writeFile(
      join(workspacePath, 'catalog-info.yaml'),
      [CATALOG_INFO, ...others].join(''),
    );
    await link();
    await link({ entityRef: 'component:growth/churn-training' });
    await link({ entityRef: 'resource:growth/churn-training' });
    const headings = await Promise.all(
      (
        await readdir(join(workspacePath, 'docs/decisions'))
      ).map(async name =>
        (await read(`docs/decisions/${name}`)).split('\n').slice(0, 3),
      ),
    );
    expect(headings).toEqual(
      [
        'churn-training',
        'component:growth/churn-training',
        'resource:growth/churn-training',
      ].map(subject => [
        expect.stringMatching(new RegExp(`for ${subject}$`)),
        '',
        '- Status: accepted',
      ]),
    );
  });

  it('works in a folder of the workspace and of the repository', async () => {
    const text = 'kind: Component\nmetadata: {name: a..b.lock}\n';
    await mkdir(join(workspacePath, 'repository/ml/churn'), {
      recursive: true,
    });
    await writeFile(join(workspacePath, 'repository/ml/churn/info.yml'), text);
    const output = await link({
      entityRef: 'a..b.lock',
      targetPath: 'repository',
      catalogInfoPath: './ml/churn/info.yml',
    });
    expect(output.files).toEqual([
      'ml/churn/info.yml',
      'ml/churn/docs/decisions/0001-orchestrator.md',
    ]);
    expect(output.branchName).toBe(
      'ml-orchestrator/link-component-default-a-.b-lock',
    );
    expect(
      await read('repository/ml/churn/docs/decisions/0001-orchestrator.md'),
    ).toContain('for a..b.lock');
  });

  it.each<[string, Partial<Input>]>([
    [
      'entityRef: catalog-info.yaml does not describe component:default/x; it describes component:default/churn-training, api:default/churn-training',
      { entityRef: 'x' },
    ],
    ['entityRef: ', { entityRef: 'a:b:c' }],
    [
      'catalogInfoPath: there is no file nowhere.yaml',
      { catalogInfoPath: 'nowhere.yaml' },
    ],
    ['decision.orchestrator: ', { decision: { orchestrator: 'cron' } }],
    ['locator: ', { locator: 'not a name' }],
  ])('refuses, naming the field: %s', async (message, input) => {
    await expect(link(input)).rejects.toThrow(message);
    expect(await read('catalog-info.yaml')).toBe(CATALOG_INFO);
    expect(await readdir(workspacePath)).toEqual(['catalog-info.yaml']);
  });

  it('refuses a file that it could not write back as it was', async () => {
    const latin1 = Buffer.from(`# \xe9\n${CATALOG_INFO}`, 'latin1');
    await writeFile(join(workspacePath, 'catalog-info.yaml'), latin1);
    await expect(link()).rejects.toThrow(
      'catalogInfoPath: catalog-info.yaml is not UTF-8',
    );
  });

  it('takes back what it wrote when the rest cannot be written', async () => {
    await mkdir(join(workspacePath, 'docs/decisions/0001-orchestrator.md'), {
      recursive: true,
    });
    await expect(link()).rejects.toThrow('EISDIR');
    expect(await read('catalog-info.yaml')).toBe(CATALOG_INFO);
  });

  it('leaves the workspace neither by path nor by link', async () => {
    await expect(link({ targetPath: '..' })).rejects.toThrow('not allowed');
    await expect(
      link({ catalogInfoPath: '../catalog-info.yaml' }),
    ).rejects.toThrow('not allowed');
    await symlink('/etc', join(workspacePath, 'docs'));
    await expect(link()).rejects.toThrow('not allowed');
    expect(await read('catalog-info.yaml')).toBe(CATALOG_INFO);
  });

  it.each(examples)('does the example: $description', async ({ example }) => {
    const output = await link(parseYaml(example).steps[0].input);
    expect(output.changed).toBe(true);
  });
});

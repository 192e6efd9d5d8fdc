import fs from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { parse as parseYaml } from 'yaml';
import { makeRepository, writeFiles } from '../link/__testUtils__/localGit';
import { createFetchCatalogInfoAction } from './fetchCatalogInfo';
import { examples } from './fetchCatalogInfo.examples';

let base: string;
let root: string;
let dir: string;
let workspacePath: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'fetch '));
  root = join(base, 'repositories');
  dir = join(root, 'churn-training');
  workspacePath = join(base, 'workspace');
  await mkdir(root);
  await mkdir(workspacePath);
});
afterEach(() => rm(base, { recursive: true, force: true }));

type Input = {
  entityRef: string;
  destinations?: ('local' | 'github' | 'gitlab')[];
  targetPath?: string;
  token?: string;
};

interface Options {
  location?: string;
  /** Address → content. */
  urls?: Record<string, string>;
  scaffolder?: JsonObject;
}

function urlReader(urls: Record<string, string>) {
  const text = (content: string) => async () => Buffer.from(content);
  return mockServices.urlReader.mock({
    readUrl: async url => {
      if (!(url in urls)) throw new NotFoundError(`no ${url}`);
      return { buffer: text(urls[url]) };
    },
    search: async pattern => {
      const folder = pattern.replace('*.md', '');
      const files = Object.entries(urls)
        .filter(([url]) => url.startsWith(folder))
        .map(([url, content]) => ({ url, content: text(content) }));
      // As GitLab's reader has it, while GitHub's just finds none.
      if (files.length === 0) throw new NotFoundError('no such folder');
      return { files, etag: '' };
    },
  });
}

async function run(
  input: Partial<Input>,
  { location, urls = {}, scaffolder = {} }: Options = {},
) {
  const reader = urlReader(urls);
  const ctx = createMockActionContext<Input>({
    input: { entityRef: 'churn-training', ...input },
    workspacePath,
  });
  const action = createFetchCatalogInfoAction({
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'churn-training',
            annotations: location
              ? { 'backstage.io/managed-by-location': location }
              : {},
          },
        },
      ],
    }),
    config: mockServices.rootConfig({
      data: {
        mlOrchestrator: { localRepositories: { root } },
        integrations: {
          gitlab: [{ host: 'gitlab.com' }],
        },
        scaffolder,
      },
    }),
    reader,
  });
  await action.handler(ctx);
  const output: Record<string, unknown> = Object.fromEntries(
    jest.mocked(ctx.output).mock.calls,
  );
  return { output, reader };
}

const files = () =>
  fs
    .readdirSync(workspacePath, { recursive: true })
    .filter(path => fs.statSync(join(workspacePath, String(path))).isFile())
    .sort();

describe('ml-orchestrator:fetch-catalog-info', () => {
  it('gets the last commit of a local repository, and no unfinished work', async () => {
    const commit = await makeRepository(dir, {
      'catalog-info.yaml': 'committed',
      'docs/decisions/0001-orchestrator.md': '# One',
      'docs/decisions/notes.txt': 'no',
      'docs/index.md': 'no',
    });
    await writeFiles(dir, {
      'catalog-info.yaml': 'unfinished',
      'docs/decisions/0002-orchestrator.md': '# Two',
    });
    const { output } = await run(
      {},
      { location: `file:${dir}/catalog-info.yaml` },
    );
    expect(output).toEqual({
      destination: 'local',
      repository: 'churn-training',
      catalogInfoPath: 'catalog-info.yaml',
      branch: 'main',
      commit,
    });
    expect(files()).toEqual([
      'catalog-info.yaml',
      'docs/decisions/0001-orchestrator.md',
    ]);
    expect(
      await readFile(join(workspacePath, 'catalog-info.yaml'), 'utf8'),
    ).toBe('committed');
  });

  it.each([
    [
      'https://github.com/acme/ml/blob/main/churn/catalog-info.yaml',
      'https://github.com/acme/ml/blob/main/churn/docs/decisions/0001-a.md',
      {
        destination: 'github',
        repoUrl: 'github.com?owner=acme&repo=ml',
        branch: 'main',
        catalogInfoPath: 'churn/catalog-info.yaml',
      },
    ],
    [
      'https://gitlab.com/acme/teams/ml/-/blob/trunk/churn/catalog-info.yaml',
      'https://gitlab.com/acme/teams/ml/-/blob/trunk/churn/docs/decisions/0001-a.md',
      {
        destination: 'gitlab',
        repoUrl: 'gitlab.com?owner=acme%2Fteams&repo=ml',
        branch: 'trunk',
        catalogInfoPath: 'churn/catalog-info.yaml',
      },
    ],
  ])('gets it from %s', async (url, record, expected) => {
    const { output } = await run(
      { targetPath: 'repository' },
      { location: `url:${url}`, urls: { [url]: 'it', [record]: '# One' } },
    );
    expect(output).toEqual(expected);
    expect(files()).toEqual([
      'repository/churn/catalog-info.yaml',
      'repository/churn/docs/decisions/0001-a.md',
    ]);
  });

  it('gets it where there are no records yet', async () => {
    const url = 'https://github.com/acme/my%20ml/blob/main/catalog-info.yaml';
    await run({}, { location: `url:${url}`, urls: { [url]: 'it' } });
    expect(files()).toEqual(['catalog-info.yaml']);
  });

  it("reads with the user's token, and insists on it where it is told to", async () => {
    const url = 'https://github.com/acme/ml/blob/main/catalog-info.yaml';
    const options = {
      location: `url:${url}`,
      urls: { [url]: 'it' },
      scaffolder: { requireScmUserCredentials: true },
    };
    await expect(run({}, options)).rejects.toThrow('token: needed');
    const { reader } = await run({ token: 'secret' }, options);
    expect(reader.readUrl).toHaveBeenCalledWith(url, { token: 'secret' });
    expect(reader.search).toHaveBeenCalledWith(expect.any(String), {
      token: 'secret',
    });
  });

  it.each([
    ['file:/etc/catalog-info.yaml', 'comes from file:/etc/catalog-info.yaml'],
    [
      'url:https://github.com/acme/ml/blob/main/[id]/catalog-info.yaml',
      'is in a folder whose name means something else',
    ],
  ])('refuses an entity from %p', async (location, message) => {
    await expect(run({}, { location })).rejects.toThrow(message);
    await expect(run({}, { location })).rejects.toThrow('entityRef: ');
    expect(await readdir(workspacePath)).toEqual([]);
  });

  it('refuses a folder that is no repository', async () => {
    await writeFiles(dir, { 'catalog-info.yaml': '' });
    await expect(
      run({}, { location: `file:${dir}/catalog-info.yaml` }),
    ).rejects.toThrow(
      'entityRef: churn-training is no git repository with a commit',
    );
  });

  it('refuses a file that was never committed', async () => {
    await makeRepository(dir, { 'README.md': '' });
    await writeFiles(dir, { 'catalog-info.yaml': '' });
    await expect(
      run({}, { location: `file:${dir}/catalog-info.yaml` }),
    ).rejects.toThrow('is not in the last commit of churn-training');
  });

  it('refuses an unknown entity, and a destination that the template has no step for', async () => {
    await expect(run({ entityRef: 'nobody' })).rejects.toThrow(
      'entityRef: the catalog has no component:default/nobody',
    );
    await expect(
      run(
        { destinations: ['local', 'github'] },
        { location: 'url:https://gitlab.com/a/b/-/blob/main/x.yaml' },
      ),
    ).rejects.toThrow(
      'entityRef: its repository is on gitlab, and this template proposes changes on: local, github',
    );
  });

  it.each(examples)('does the example: $description', async ({ example }) => {
    await makeRepository(dir, { 'catalog-info.yaml': 'it' });
    const { output } = await run(parseYaml(example).steps[0].input, {
      location: `file:${dir}/catalog-info.yaml`,
    });
    expect(output.destination).toBe('local');
  });
});

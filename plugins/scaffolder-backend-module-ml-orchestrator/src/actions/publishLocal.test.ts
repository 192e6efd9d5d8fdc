import fs from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import git from 'isomorphic-git';
import { parse as parseYaml } from 'yaml';
import { createPublishLocalAction } from './publishLocal';
import { examples } from './publishLocal.examples';

let base: string;
let root: string;
let workspacePath: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'publish local '));
  root = join(base, 'repositories');
  workspacePath = join(base, 'workspace');
  await mkdir(join(workspacePath, 'scripts'), { recursive: true });
  await writeFile(
    join(workspacePath, 'catalog-info.yaml'),
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: churn-training\n',
  );
  await writeFile(join(workspacePath, 'scripts', 'run.sh'), '#!/bin/sh\n', {
    mode: 0o755,
  });
});
afterEach(() => rm(base, { recursive: true, force: true }));

function action(
  config: object = { mlOrchestrator: { localRepositories: { root } } },
) {
  return createPublishLocalAction({
    config: mockServices.rootConfig({
      data: JSON.parse(JSON.stringify(config)),
    }),
  });
}

function context(input: {
  name: string;
  sourcePath?: string;
  commitMessage?: string;
}) {
  return createMockActionContext({ input, workspacePath });
}

function outputs(ctx: ReturnType<typeof context>): Record<string, string> {
  return Object.fromEntries(jest.mocked(ctx.output).mock.calls) as Record<
    string,
    string
  >;
}

describe('ml-orchestrator:publish-local', () => {
  it('makes a repository with one commit on main', async () => {
    const ctx = context({ name: 'churn-training', commitMessage: 'Start' });
    await action().handler(ctx);
    const dir = join(root, 'churn-training');
    const output = outputs(ctx);
    expect(output).toMatchObject({
      repositoryPath: dir,
      remoteUrl: `file://${dir.replace(/ /g, '%20')}`,
      catalogInfoPath: join(dir, 'catalog-info.yaml'),
      entityRef: 'component:default/churn-training',
    });
    expect(await git.currentBranch({ fs, dir })).toBe('main');
    const log = await git.log({ fs, dir });
    expect(log.map(entry => entry.oid)).toEqual([output.commitHash]);
    expect(log[0].commit).toMatchObject({
      message: 'Start\n',
      author: { name: 'ML Orchestrator', email: 'ml-orchestrator@localhost' },
    });
    const status = await git.statusMatrix({ fs, dir });
    expect(status).toEqual([
      ['catalog-info.yaml', 1, 1, 1],
      ['scripts/run.sh', 1, 1, 1],
    ]);
    expect(fs.statSync(join(dir, 'scripts/run.sh')).mode % 0o1000).toBe(0o755);
    expect(await readdir(root)).toEqual(['churn-training']);
  });

  it('signs with the address of the user', async () => {
    const ctx = createMockActionContext({
      input: { name: 'churn-training' },
      workspacePath,
      user: {
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'kim' },
          spec: { profile: { email: 'kim@example.com' } },
        },
      },
    });
    await action().handler(ctx);
    const [{ commit }] = await git.log({
      fs,
      dir: join(root, 'churn-training'),
    });
    expect(commit.author.email).toBe('kim@example.com');
  });

  it.each([['a file'], ['a folder'], ['an empty folder']])(
    'refuses a name that %s has, and touches nothing',
    async kind => {
      const taken = join(root, 'churn-training');
      await mkdir(kind === 'a file' ? root : taken, { recursive: true });
      if (kind === 'a file') await writeFile(taken, 'mine');
      if (kind === 'a folder') await writeFile(join(taken, 'file'), 'mine');
      const before = fs.readdirSync(root, { recursive: true });
      await expect(
        action().handler(context({ name: 'churn-training' })),
      ).rejects.toThrow('name: a repository "churn-training" exists already');
      expect(fs.readdirSync(root, { recursive: true })).toEqual(before);
    },
  );

  it('lets one of two at the same time win', async () => {
    const results = await Promise.allSettled(
      [1, 2].map(() => action().handler(context({ name: 'churn-training' }))),
    );
    expect(results.map(r => r.status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await readdir(root)).toEqual(['churn-training']);
  });

  it.each(['../escape', 'has space', 'UPPER', '.hidden', 'x'.repeat(300)])(
    'refuses the name %p',
    async name => {
      await expect(action().handler(context({ name }))).rejects.toThrow(
        'name: ',
      );
      expect(fs.existsSync(root)).toBe(false);
    },
  );

  it('leaves nothing behind when the workspace holds a link', async () => {
    await symlink('/etc/hostname', join(workspacePath, 'link'));
    await expect(
      action().handler(context({ name: 'churn-training' })),
    ).rejects.toThrow('link is a symbolic link');
    expect(await readdir(root)).toEqual([]);
  });

  it('publishes no folder outside the workspace', async () => {
    await expect(
      action().handler(context({ name: 'churn-training', sourcePath: '..' })),
    ).rejects.toThrow(/not allowed/);
    await expect(
      action().handler(
        context({ name: 'churn-training', sourcePath: 'nowhere' }),
      ),
    ).rejects.toThrow('sourcePath: ');
  });

  it('writes nothing in a dry run, but checks', async () => {
    const ctx = { ...context({ name: 'churn-training' }), isDryRun: true };
    await action().handler(ctx);
    expect(outputs(ctx)).toMatchObject({
      repositoryPath: join(root, 'churn-training'),
      commitHash: '0'.repeat(40),
    });
    expect(fs.existsSync(root)).toBe(false);
  });

  it('says so when local repositories are not enabled', async () => {
    await expect(
      action({}).handler(context({ name: 'churn-training' })),
    ).rejects.toThrow(
      'mlOrchestrator.localRepositories.root is not configured',
    );
  });

  it.each(examples)('does the example: $description', async ({ example }) => {
    const ctx = context(parseYaml(example).steps[0].input);
    await action().handler(ctx);
    expect(outputs(ctx).repositoryPath).toBe(join(root, 'churn-training'));
  });
});

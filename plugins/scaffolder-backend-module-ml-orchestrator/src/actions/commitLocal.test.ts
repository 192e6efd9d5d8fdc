import fs from 'node:fs';
import { chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import git from 'isomorphic-git';
import { parse as parseYaml } from 'yaml';
import {
  commitAll,
  makeRepository,
  showFile,
  writeFiles,
} from '../link/__testUtils__/localGit';
import { createCommitLocalAction } from './commitLocal';
import { examples } from './commitLocal.examples';

const BRANCH = 'ml-orchestrator/link-churn-training';

let base: string;
let dir: string;
let workspacePath: string;
let start: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'commit local '));
  dir = join(base, 'repositories', 'churn-training');
  workspacePath = join(base, 'workspace');
  await writeFiles(dir, { 'run.sh': '#!/bin/sh' });
  await chmod(join(dir, 'run.sh'), 0o755);
  start = await makeRepository(dir, {
    'catalog-info.yaml': 'before',
    'docs/index.md': '# Churn',
  });
  await writeFiles(workspacePath, {
    'catalog-info.yaml': 'after',
    'docs/decisions/0001-orchestrator.md': '# Use',
    'run.sh': '#!/bin/sh\nrun',
  });
});
afterEach(() => rm(base, { recursive: true, force: true }));

type Input = {
  repository: string;
  branchName: string;
  commitMessage: string;
  base?: string;
  sourcePath?: string;
};

async function commit(
  input: Partial<Input> = {},
  { isDryRun = false, config = true } = {},
) {
  const ctx = createMockActionContext<Input>({
    input: {
      repository: 'churn-training',
      branchName: BRANCH,
      commitMessage: 'Link it',
      ...input,
    },
    workspacePath,
  });
  const action = createCommitLocalAction({
    config: mockServices.rootConfig({
      data: config
        ? { mlOrchestrator: { localRepositories: { root: dirname(dir) } } }
        : {},
    }),
  });
  await action.handler({ ...ctx, isDryRun });
  return Object.fromEntries(jest.mocked(ctx.output).mock.calls) as Record<
    string,
    any
  >;
}

const show = (ref: string, path: string) => showFile(dir, ref, path);

/** Everything in the repository that somebody who works there sees. */
async function state() {
  return {
    branches: await git.listBranches({ fs, dir }),
    current: await git.currentBranch({ fs, dir }),
    main: await git.resolveRef({ fs, dir, ref: 'main' }),
    status: await git.statusMatrix({ fs, dir }),
    index: await readFile(join(dir, '.git/index')),
  };
}

describe('ml-orchestrator:commit-local', () => {
  it('makes one commit on a new branch', async () => {
    const output = await commit();
    expect(output).toMatchObject({
      changed: true,
      repositoryPath: dir,
      remoteUrl: `file://${dir.replace(/ /g, '%20')}`,
      branchName: BRANCH,
    });
    const log = await git.log({ fs, dir, ref: BRANCH });
    expect(log.map(({ oid }) => oid)).toEqual([output.commitHash, start]);
    expect(log[0].commit).toMatchObject({
      message: 'Link it\n',
      author: { name: 'ML Orchestrator', email: 'ml-orchestrator@localhost' },
    });
    expect(await show(BRANCH, 'catalog-info.yaml')).toBe('after');
    expect(await show(BRANCH, 'docs/index.md')).toBe('# Churn');
    expect(await show(BRANCH, 'docs/decisions/0001-orchestrator.md')).toBe(
      '# Use',
    );
    const { tree } = await git.readTree({ fs, dir, oid: output.commitHash });
    expect(tree.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 catalog-info.yaml',
      '040000 docs',
      // As it is in the repository, although the workspace's is not executable.
      '100755 run.sh',
    ]);
  });

  it('touches nothing of whoever works in the repository', async () => {
    await writeFiles(dir, {
      'catalog-info.yaml': 'unfinished',
      'new.txt': 'mine',
    });
    await writeFiles(dir, { 'staged.txt': 'mine' });
    await git.add({ fs, dir, filepath: 'staged.txt' });
    const before = await state();
    await commit();
    expect(await state()).toEqual({ ...before, branches: ['main', BRANCH] });
    expect(await readFile(join(dir, 'catalog-info.yaml'), 'utf8')).toBe(
      'unfinished',
    );
    // Nor does it take anything of theirs along.
    await expect(show(BRANCH, 'staged.txt')).rejects.toThrow('Could not find');
  });

  it('starts where it is told to', async () => {
    await writeFiles(dir, { 'docs/index.md': '# Churn 2' });
    await commitAll(dir);
    await commit({ base: start });
    expect(await show(BRANCH, 'docs/index.md')).toBe('# Churn');
    await expect(commit({ base: 'nowhere' })).rejects.toThrow(
      'base: "nowhere"',
    );
  });

  it('is done when the branch holds the same already', async () => {
    const first = await commit();
    const before = await state();
    expect(await commit()).toEqual(first);
    expect(await state()).toEqual(before);
  });

  it('refuses a branch with other content, and leaves it', async () => {
    await commit();
    const before = await state();
    await writeFiles(workspacePath, { 'catalog-info.yaml': 'something else' });
    await expect(commit()).rejects.toThrow(
      `branchName: the branch "${BRANCH}" exists already, with other content`,
    );
    await expect(commit({}, { isDryRun: true })).rejects.toThrow('branchName');
    await expect(commit({ branchName: 'main' })).rejects.toThrow('branchName');
    expect(await state()).toEqual(before);
  });

  it('makes no branch when there is nothing to say', async () => {
    const before = await state();
    await writeFiles(join(workspacePath, 'same'), {
      'catalog-info.yaml': 'before',
    });
    expect(await commit({ sourcePath: 'same' })).toMatchObject({
      changed: false,
      commitHash: start,
    });
    expect(await state()).toEqual(before);
  });

  it('writes nothing in a dry run, but checks', async () => {
    const before = await state();
    const objects = fs.readdirSync(join(dir, '.git'), { recursive: true });
    expect(await commit({}, { isDryRun: true })).toMatchObject({
      changed: true,
      branchName: BRANCH,
      commitHash: '0'.repeat(40),
    });
    expect(await state()).toEqual(before);
    expect(fs.readdirSync(join(dir, '.git'), { recursive: true })).toEqual(
      objects,
    );
  });

  it.each([
    { repository: 'nowhere' },
    { repository: '../workspace' },
    { repository: '.hidden' },
    { branchName: '' },
    { branchName: 'a..b' },
    { branchName: 'a/.b' },
    { branchName: 'a.lock/b' },
    { branchName: '-a' },
    { branchName: 'a b' },
    { branchName: 'a/' },
    { commitMessage: ' ' },
    { sourcePath: 'nowhere' },
  ])('refuses %p, naming the field', async input => {
    const [field] = Object.keys(input);
    await expect(commit(input)).rejects.toThrow(`${field}: `);
  });

  it('commits nothing from outside the workspace', async () => {
    await expect(commit({ sourcePath: '..' })).rejects.toThrow('not allowed');
    await symlink('/etc/hostname', join(workspacePath, 'link'));
    await expect(commit()).rejects.toThrow(
      'sourcePath: link is a symbolic link',
    );
  });

  it('leaves the git folder of a fetched repository out', async () => {
    await writeFiles(workspacePath, {
      '.git/config': 'x',
      '.gitignore': 'docs',
    });
    const { commitHash } = await commit();
    const { tree } = await git.readTree({ fs, dir, oid: commitHash });
    expect(tree.map(({ path }) => path)).toEqual([
      '.gitignore',
      'catalog-info.yaml',
      'docs',
      'run.sh',
    ]);
  });

  it('says so when local repositories are not enabled', async () => {
    await expect(commit({}, { config: false })).rejects.toThrow(
      'mlOrchestrator.localRepositories.root is not configured',
    );
  });

  it.each(examples)('does the example: $description', async ({ example }) => {
    const output = await commit(parseYaml(example).steps[0].input);
    expect(output.changed).toBe(true);
  });
});

import fs from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import git from 'isomorphic-git';
import { makeRepository, showFile } from '../link/__testUtils__/localGit';
import { createLocalBranch } from './localBranch';

let dir: string;
let base: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'local branch '));
  base = await makeRepository(dir, { 'run.sh': 'run', 'docs/a/b.md': '# B' });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const branch = (
  name: string,
  files: Record<string, string>,
  start: string = base,
) =>
  createLocalBranch({
    dir,
    branch: name,
    base: start,
    files: Object.entries(files).map(([path, content]) => ({
      path,
      content: Buffer.from(content),
      executable: path.endsWith('.sh'),
    })),
    author: { name: 'The portal', email: 'portal@example.com' },
    message: 'Propose',
  });

describe('createLocalBranch', () => {
  it('adds and replaces files at any depth, and keeps the others', async () => {
    const { status, commitHash } = await branch('proposal', {
      'docs/a/c.md': '# C',
      'docs/a/d/e.md': '# E',
      'new.sh': 'new',
      'run.sh': 'again',
    });
    expect(status).toBe('created');
    const files = await git.listFiles({ fs, dir, ref: 'proposal' });
    expect(files).toEqual([
      'docs/a/b.md',
      'docs/a/c.md',
      'docs/a/d/e.md',
      'new.sh',
      'run.sh',
    ]);
    expect(await showFile(dir, 'proposal', 'docs/a/b.md')).toBe('# B');
    const { tree } = await git.readTree({ fs, dir, oid: commitHash! });
    const modes = tree.map(({ path, mode }) => `${path} ${mode}`);
    // A file that is there keeps its mode.
    expect(modes).toEqual(['docs 040000', 'new.sh 100755', 'run.sh 100644']);
  });

  it('starts a branch of its own anew once it is merged', async () => {
    const first = await branch('proposal', { 'run.sh': 'first' });
    await git.merge({
      fs,
      dir,
      ours: 'main',
      theirs: 'proposal',
      author: { name: 'Kim', email: 'kim@example.com' },
    });
    const merged = await git.resolveRef({ fs, dir, ref: 'main' });
    expect(merged).toBe(first.commitHash);
    const second = await branch('proposal', { 'run.sh': 'second' }, merged);
    expect(second.status).toBe('created');
    const log = await git.log({ fs, dir, ref: 'proposal' });
    expect(log.map(({ oid }) => oid)).toEqual([
      second.commitHash,
      first.commitHash,
      base,
    ]);
  });

  it("leaves merged branches that are somebody's, or checked out", async () => {
    await git.branch({ fs, dir, ref: 'theirs' });
    await expect(branch('theirs', { 'run.sh': 'a' })).rejects.toThrow(
      'branchName: the branch "theirs" exists already',
    );
    const { commitHash } = await branch('proposal', { 'run.sh': 'first' });
    await git.checkout({ fs, dir, ref: 'proposal' });
    await expect(
      branch('proposal', { 'run.sh': 'second' }, commitHash),
    ).rejects.toThrow('branchName: the branch "proposal" exists already');
  });

  it('lets one of two different ones at the same time win', async () => {
    const results = await Promise.allSettled(
      ['a', 'b'].map(text => branch('proposal', { 'run.sh': text })),
    );
    const statuses = results.map(({ status }) => status);
    expect([...statuses].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await showFile(dir, 'proposal', 'run.sh')).toBe(
      statuses[0] === 'fulfilled' ? 'a' : 'b',
    );
  });

  it('keeps off a branch that git has locked, and locks none for good', async () => {
    const lock = join(dir, '.git/refs/heads/proposal.lock');
    await writeFile(lock, '');
    await expect(branch('proposal', { 'run.sh': 'a' })).rejects.toThrow(
      'branchName: "refs/heads/proposal" cannot be created, because something else has its name or its lock',
    );
    await rm(lock);
    await branch('proposal', { 'run.sh': 'a' });
    await expect(branch('proposal', { 'run.sh': 'b' })).rejects.toThrow(
      'branchName',
    );
    expect(fs.existsSync(lock)).toBe(false);
  });

  it('refuses a name below that of another branch', async () => {
    await git.branch({ fs, dir, ref: 'taken' });
    await expect(branch('taken/x', { 'run.sh': 'a' })).rejects.toThrow(
      'branchName: "refs/heads/taken/x" cannot be created',
    );
    expect(await git.listBranches({ fs, dir })).toEqual(['main', 'taken']);
  });

  it('makes no folder of a file, and no file of a folder', async () => {
    await expect(branch('proposal', { 'run.sh/x': 'a' })).rejects.toThrow(
      'sourcePath: run.sh/x does not fit into the repository',
    );
    await expect(branch('proposal', { 'docs/a': 'a' })).rejects.toThrow(
      'sourcePath: docs/a does not fit into the repository',
    );
    expect(await git.listBranches({ fs, dir })).toEqual(['main']);
  });
});

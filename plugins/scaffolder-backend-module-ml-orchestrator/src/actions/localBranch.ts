import fs from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import git from 'isomorphic-git';
import type { CommitAuthor } from './localRepositories';
import { treeWith, type CommittedFile } from './localTree';

/** What a branch of a local repository is made from. */
export interface LocalBranchOptions {
  /** Folder of the repository. */
  dir: string;
  branch: string;
  /** Commit that the branch starts at. */
  base: string;
  files: CommittedFile[];
  author: CommitAuthor;
  message: string;
  /** Find out, but write nothing. */
  dryRun?: boolean;
}

/** What became of a branch. */
export interface LocalBranchResult {
  /** `unchanged`: its base has these files already, so there is no branch. */
  status: 'created' | 'exists' | 'unchanged';
  /** The tip of the branch, or its base; absent where a dry run would create it. */
  commitHash?: string;
}

/**
 * Creates a branch with one commit that adds and replaces files. Branches that are there,
 * the index and the working tree are left as they are, so nobody's work in the repository
 * is touched. A branch that holds these files already is what was wanted; one that was
 * made here before and merged since has done its duty, and starts anew.
 */
export async function createLocalBranch(
  options: LocalBranchOptions,
): Promise<LocalBranchResult> {
  const { dir, branch, base, files, dryRun } = options;
  if (await holds(dir, base, files)) {
    return { status: 'unchanged', commitHash: base };
  }
  const ref = `refs/heads/${branch}`;
  const find = async (): Promise<LocalBranchResult | undefined> => {
    const tip = await git.resolveRef({ fs, dir, ref }).catch(notFound);
    if (!tip || (await isSpent(options, tip))) {
      return undefined;
    }
    if (await holds(dir, tip, files)) {
      return { status: 'exists', commitHash: tip };
    }
    throw new ConflictError(
      `branchName: the branch "${branch}" exists already, with other content; merge or delete it first`,
    );
  };
  if (dryRun) {
    return (await find()) ?? { status: 'created' };
  }
  return withLock(dir, ref, async () => {
    const found = await find();
    if (found) {
      return found;
    }
    const commitHash = await writeCommit(options);
    await git.writeRef({ fs, dir, ref, value: commitHash, force: true });
    return { status: 'created', commitHash };
  });
}

async function writeCommit({
  dir,
  base,
  files,
  author,
  message,
}: LocalBranchOptions): Promise<string> {
  const { commit } = await git.readCommit({ fs, dir, oid: base });
  const now = new Date();
  const signature = {
    ...author,
    timestamp: Math.floor(now.getTime() / 1000),
    timezoneOffset: now.getTimezoneOffset(),
  };
  // `git.commit` would go by the index, which is the business of whoever works there.
  return git.writeCommit({
    fs,
    dir,
    commit: {
      message: message.endsWith('\n') ? message : `${message}\n`,
      tree: await treeWith(dir, commit.tree, files),
      parent: [base],
      author: signature,
      committer: signature,
    },
  });
}

/** Whether a branch is one of these, and merged, so that nobody misses what it points to. */
async function isSpent(
  { dir, branch, base, author }: LocalBranchOptions,
  tip: string,
): Promise<boolean> {
  const { commit } = await git.readCommit({ fs, dir, oid: tip });
  return (
    commit.author.name === author.name &&
    (await git.currentBranch({ fs, dir })) !== branch &&
    (tip === base ||
      (await git.isDescendent({ fs, dir, oid: base, ancestor: tip })))
  );
}

/** Whether a commit has all the files, with their content. */
async function holds(
  dir: string,
  commit: string,
  files: CommittedFile[],
): Promise<boolean> {
  for (const { path, content } of files) {
    const there = await git
      .readBlob({ fs, dir, oid: commit, filepath: path })
      .catch(error => {
        if (error instanceof git.Errors.ObjectTypeError) {
          throw new ConflictError(
            `sourcePath: ${path} does not fit into the repository, where a file is a folder of it or the other way round`,
          );
        }
        return notFound(error);
      });
    if (!there || !content.equals(there.blob)) {
      return false;
    }
  }
  return true;
}

/** Holds git's own lock on a branch, which keeps other tasks and git itself off it. */
async function withLock<T>(
  dir: string,
  ref: string,
  work: () => Promise<T>,
): Promise<T> {
  const lock = join(dir, '.git', `${ref}.lock`);
  try {
    await mkdir(dirname(lock), { recursive: true });
    await (await open(lock, 'wx')).close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new ConflictError(
        `branchName: "${ref}" cannot be created, because something else has its name or its lock`,
      );
    }
    throw error;
  }
  try {
    return await work();
  } finally {
    await rm(lock);
  }
}

function notFound(error: Error): undefined {
  if (error instanceof git.Errors.NotFoundError) {
    return undefined;
  }
  throw error;
}

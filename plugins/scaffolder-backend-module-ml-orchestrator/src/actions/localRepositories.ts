import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { cp, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import git from 'isomorphic-git';

/** Who a commit is by. */
export interface CommitAuthor {
  name: string;
  email: string;
}

/** What a local repository is made from. */
export interface LocalRepositoryOptions {
  /** Folder that holds the repositories. */
  root: string;
  /** Name of the repository, already checked. */
  name: string;
  /** Folder whose content becomes the first commit. */
  source: string;
  branch: string;
  author: CommitAuthor;
  message: string;
}

/** Where the repository of a name is; refuses one that is there already. */
export async function reserveLocalRepository(
  root: string,
  name: string,
): Promise<string> {
  const path = resolveSafeChildPath(root, name);
  const taken = await lstat(path).catch(notFound);
  if (taken) {
    throw new ConflictError(
      `name: a repository "${name}" exists already at ${path}; nothing was changed`,
    );
  }
  return path;
}

/**
 * Creates a git repository with one commit. It is built beside its place and moved
 * there in one step, so nobody ever sees half a repository; on failure none is left.
 */
export async function createLocalRepository(
  options: LocalRepositoryOptions,
): Promise<{ path: string; commitHash: string }> {
  const path = await reserveLocalRepository(options.root, options.name);
  // Readers of the root skip names that start with a dot.
  const draft = join(options.root, `.${options.name}.${randomUUID()}`);
  try {
    await mkdir(options.root, { recursive: true });
    await copyWorkspace(options.source, draft);
    const commitHash = await commitAll(draft, options);
    await rename(draft, path);
    return { path, commitHash };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') {
      throw new ConflictError(
        `name: a repository "${options.name}" was created at ${path} at the same time; it was left as it is`,
      );
    }
    throw error;
  }
}

async function copyWorkspace(source: string, target: string) {
  await cp(source, target, {
    recursive: true,
    filter: async path => {
      if (basename(path) === '.git') {
        return false;
      }
      // A link could carry files from outside the workspace into the repository.
      if ((await lstat(path)).isSymbolicLink()) {
        throw new InputError(
          `sourcePath: ${relative(
            source,
            path,
          )} is a symbolic link, which is not published`,
        );
      }
      return true;
    },
  });
}

async function commitAll(
  dir: string,
  { branch, author, message }: LocalRepositoryOptions,
): Promise<string> {
  await git.init({ fs, dir, defaultBranch: branch });
  await git.add({ fs, dir, filepath: '.' });
  return git.commit({ fs, dir, author, message });
}

function notFound(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') {
    return undefined;
  }
  throw error;
}

import fs from 'node:fs';
import { basename, join, posix } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import git from 'isomorphic-git';
import type { LocalSource, RemoteSource } from './entitySource';
import { RECORDS_FOLDER } from './planLink';

/** A file of a repository. */
export interface SourceFile {
  path: string;
  content: Buffer;
}

/** Reads the catalog-info.yaml and the decision records beside it from a source code host. */
export async function readRemoteSource(
  source: RemoteSource,
  reader: UrlReaderService,
  token?: string,
): Promise<SourceFile[]> {
  const { url, catalogInfoPath } = source;
  const folder = posix.join(posix.dirname(catalogInfoPath), RECORDS_FOLDER);
  if (/[*?[\]{}()!+@|\\]/.test(folder)) {
    // Nothing would be found there, and an existing record written over.
    throw new InputError(
      `entityRef: ${catalogInfoPath} is in a folder whose name means something else in a search`,
    );
  }
  const response = await reader.readUrl(url, { token });
  const pattern = new URL(`${RECORDS_FOLDER}/*.md`, url);
  const found = await reader
    .search(pattern.toString(), { token })
    .catch(error => {
      if (error.name === 'NotFoundError') {
        return { files: [] };
      }
      throw error;
    });
  const records = found.files.map(async file => ({
    path: posix.join(
      folder,
      decodeURIComponent(basename(new URL(file.url).pathname)),
    ),
    content: await file.content(),
  }));
  return Promise.all([
    { path: catalogInfoPath, content: await response.buffer() },
    ...records,
  ]);
}

/**
 * Reads the same from the last commit of a local repository. What lies there uncommitted
 * is somebody's unfinished work, which a commit by someone else must not take along.
 */
export async function readLocalSource(
  root: string,
  { repository, catalogInfoPath }: LocalSource,
): Promise<{ files: SourceFile[]; commit: string; branch?: string }> {
  const repo = { fs, dir: join(root, repository) };
  const commit = await git.resolveRef({ ...repo, ref: 'HEAD' }).catch(notFound);
  if (!commit) {
    throw new InputError(
      `entityRef: ${repository} is no git repository with a commit`,
    );
  }
  const read = async (path: string) => {
    const { blob } = await git.readBlob({
      ...repo,
      oid: commit,
      filepath: path,
    });
    return { path, content: Buffer.from(blob) };
  };
  const catalogInfo = await read(catalogInfoPath).catch(notFound);
  if (!catalogInfo) {
    throw new InputError(
      `entityRef: ${catalogInfoPath} is not in the last commit of ${repository}; commit it first`,
    );
  }
  const folder = posix.join(posix.dirname(catalogInfoPath), RECORDS_FOLDER);
  const records = await git
    .readTree({ ...repo, oid: commit, filepath: folder })
    .catch(notFound);
  const names = (records?.tree ?? [])
    .filter(({ type, path }) => type === 'blob' && path.endsWith('.md'))
    .map(({ path }) => posix.join(folder, path));
  const branch = await git.currentBranch(repo);
  return {
    files: [catalogInfo, ...(await Promise.all(names.map(read)))],
    commit,
    ...(branch && { branch }),
  };
}

function notFound(error: Error): undefined {
  if (error instanceof git.Errors.NotFoundError) {
    return undefined;
  }
  throw error;
}

import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotModifiedError } from '@backstage/errors';
import { byPromise, isCandidateFile, MAX_FILE_BYTES } from './candidateFile';
import type { RepositoryFile } from './findings';
import type { RepositorySource } from './repositorySource';

/** Files of a repository that are read at most; those that promise most come first. */
const MAX_FILES = 100;

/** What of a repository is worth reading, in one state of it. */
export interface ReadRepository {
  etag: string;
  files: RepositoryFile[];
}

interface Options {
  reader: UrlReaderService;
  /** The state that is known already. */
  etag?: string;
  /** Which paths belong to the entity. */
  owns: (path: string) => boolean;
  signal: AbortSignal;
}

interface LazyFile {
  path: string;
  content: () => Promise<Buffer>;
}

/**
 * Reads the files of a repository that may tell what it runs on.
 *
 * @throws NotModifiedError when it is as it was at the etag
 */
export async function readRepository(
  source: RepositorySource,
  options: Options,
): Promise<ReadRepository> {
  const { etag, files } = await list(source, options);
  const wanted = files
    .filter(({ path }) => isCandidateFile(path) && options.owns(path))
    .sort((a, b) => byPromise(a.path, b.path))
    .slice(0, MAX_FILES);
  const read: RepositoryFile[] = [];
  // One after the other: this has time, and others use the same host.
  for (const { path, content } of wanted) {
    options.signal.throwIfAborted();
    const bytes = await content();
    if (bytes.length <= MAX_FILE_BYTES) {
      read.push({ path, text: bytes.toString('utf8') });
    }
  }
  return { etag, files: read };
}

async function list(source: RepositorySource, options: Options) {
  if (source.type === 'file') {
    return listFolder(source.folder, options);
  }
  // A search there gets the list of files, and only those that are asked for then.
  // Elsewhere it gets the whole repository, as reading the tree does with less ado.
  return source.type === 'github' && !/[*?[\]{}()!+@|\\]/.test(source.folder)
    ? searchRepository(source.folder, options)
    : readTree(source.folder, options);
}

async function searchRepository(
  folder: string,
  { reader, etag, signal }: Options,
): Promise<{ etag: string; files: LazyFile[] }> {
  const found = await reader.search(`${folder}**/*`, { etag, signal });
  const start = decodeURIComponent(new URL(folder).pathname);
  return {
    etag: found.etag,
    files: found.files.map(({ url, content }) => ({
      path: decodeURIComponent(new URL(url).pathname).slice(start.length),
      content,
    })),
  };
}

async function readTree(
  folder: string,
  { reader, etag, owns, signal }: Options,
): Promise<{ etag: string; files: LazyFile[] }> {
  const tree = await reader.readTree(folder, {
    etag,
    signal,
    filter: (path, info) => isCandidateFile(path, info?.size) && owns(path),
  });
  return { etag: tree.etag, files: await tree.files() };
}

/** The state of a folder of this machine is that of its files: their sizes, and when they were changed. */
async function listFolder(
  folder: string,
  { etag, owns }: Options,
): Promise<{ etag: string; files: LazyFile[] }> {
  const files = await candidatesBelow(folder, '');
  const own = files.filter(({ path }) => owns(path));
  const state = createHash('sha256')
    .update(JSON.stringify(own.map(({ path, state: s }) => [path, s])))
    .digest('hex');
  if (state === etag) {
    throw new NotModifiedError();
  }
  return { etag: state, files: own };
}

async function candidatesBelow(
  folder: string,
  below: string,
): Promise<(LazyFile & { state: string })[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async entry => {
        const path = `${below}${entry.name}`;
        // A link could lead out of the repository; it is neither folder nor file.
        if (entry.isDirectory() && isCandidateFile(`${path}/x.py`)) {
          return candidatesBelow(folder, `${path}/`);
        }
        if (!entry.isFile() || !isCandidateFile(path)) {
          return [];
        }
        const file = join(folder, path);
        const { size, mtimeMs } = await stat(file);
        return isCandidateFile(path, size)
          ? [
              {
                path,
                state: `${size} ${mtimeMs}`,
                content: () => readFile(file),
              },
            ]
          : [];
      }),
  );
  return found.flat();
}

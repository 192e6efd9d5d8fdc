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
/** What is taken of an archive at most: all of it is held until the archive is at its end. */
const MAX_BYTES = 64 * 1024 * 1024;

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
  return source.type === 'file'
    ? listFolder(source.folder, options)
    : readTree(source.folder, options);
}

/**
 * Goes through the archive of a repository, and keeps of it what is wanted. A search
 * would ask some hosts for each file, which soon is too often for a token that the whole
 * portal shares; of a large repository it would hold everything at once.
 */
async function readTree(
  folder: string,
  { reader, etag, owns, signal }: Options,
): Promise<{ etag: string; files: LazyFile[] }> {
  let room = MAX_BYTES;
  const tree = await reader.readTree(folder, {
    etag,
    signal,
    filter: (path, info) => {
      const size = info?.size ?? MAX_FILE_BYTES;
      if (!isCandidateFile(path, size) || !owns(path) || size > room) {
        return false;
      }
      room -= size;
      return true;
    },
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

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A local repository that describes itself to the catalog. */
export interface LocalRepository {
  /** Absolute path of its catalog-info.yaml. */
  catalogInfo: string;
  /** When that file was last changed, in milliseconds. */
  modified: number;
}

/**
 * The repositories directly below a folder that have a `catalog-info.yaml`, sorted.
 * Names that start with a dot are skipped: a repository that is being created has one.
 */
export async function scanRepositories(
  root: string,
): Promise<LocalRepository[]> {
  const names = await readdir(root).catch(absent);
  const repositories = await Promise.all(
    (names ?? [])
      .filter(name => !name.startsWith('.'))
      .sort()
      .map(async name => {
        const catalogInfo = join(root, name, 'catalog-info.yaml');
        const file = await stat(catalogInfo).catch(absent);
        return file?.isFile() ? [{ catalogInfo, modified: file.mtimeMs }] : [];
      }),
  );
  return repositories.flat();
}

/** The root before the first repository, files beside the repositories, folders without the file. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return undefined;
  }
  throw error;
}

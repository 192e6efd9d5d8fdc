import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { StarterFile } from '../starters';

/**
 * Writes all files below a folder, or none: it refuses to replace a file that is
 * there with other content, and takes back what it wrote when a write fails.
 */
export async function writeFiles(folder: string, files: StarterFile[]) {
  const missing: { target: string; file: StarterFile }[] = [];
  for (const file of files) {
    const target = resolveSafeChildPath(folder, file.path);
    const existing = await readIfPresent(target);
    if (existing === undefined) {
      missing.push({ target, file });
    } else if (!existing.equals(file.content)) {
      throw new ConflictError(
        `targetPath: ${file.path} is there already, with other content`,
      );
    }
  }
  const written: string[] = [];
  try {
    for (const { target, file } of missing) {
      const parent = await mkdir(dirname(target), { recursive: true });
      if (parent) {
        written.push(parent);
      }
      written.push(target);
      await writeFile(target, file.content, {
        mode: file.executable ? 0o755 : 0o644,
        // Never through a link that appeared in the meantime.
        flag: 'wx',
      });
    }
  } catch (error) {
    await Promise.all(
      written.map(path => rm(path, { recursive: true, force: true })),
    );
    throw error;
  }
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

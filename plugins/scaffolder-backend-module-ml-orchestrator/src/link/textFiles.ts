import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RecordFile } from './decisionRecords';

/** Reads a file of text, so that writing it back gives the same bytes. */
export async function readTextFile(
  folder: string,
  path: string,
): Promise<string> {
  const file = resolveSafeChildPath(folder, path);
  const bytes = await readFile(file).catch(absent);
  if (!bytes) {
    throw new InputError(
      `catalogInfoPath: there is no file ${path} in the workspace`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new InputError(`catalogInfoPath: ${path} is not UTF-8`);
  }
}

/** Reads the Markdown files of a folder; none if it is not there. */
export async function readRecordFiles(
  folder: string,
  path: string,
): Promise<RecordFile[]> {
  const directory = resolveSafeChildPath(folder, path);
  const entries = await readdir(directory, { withFileTypes: true }).catch(
    absent,
  );
  return Promise.all(
    (entries ?? [])
      .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
      .map(async ({ name }) => ({
        name,
        text: await readFile(join(directory, name), 'utf8'),
      })),
  );
}

/** Writes files of text, in the place of those that are there: all of them, or none when one cannot be written. */
export async function writeTextFiles(
  folder: string,
  files: { path: string; text: string }[],
) {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, text } of files) {
      const file = resolveSafeChildPath(folder, path);
      const before = await readFile(file).catch(absent);
      await mkdir(dirname(file), { recursive: true });
      // Before it is written: what fails may have written a part.
      undo.push(() =>
        before ? writeFile(file, before) : rm(file, { force: true }),
      );
      await writeFile(file, text);
    }
  } catch (error) {
    await Promise.allSettled(undo.map(takeBack => takeBack()));
    throw error;
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return undefined;
  }
  throw error;
}

import fs from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import git from 'isomorphic-git';

const author = { name: 'Kim', email: 'kim@example.com' };

/** Writes files below a folder. */
export async function writeFiles(
  folder: string,
  files: Record<string, string>,
) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Commits everything that lies in a repository, as somebody who works there does. */
export async function commitAll(dir: string, message = 'Go on') {
  await git.add({ fs, dir, filepath: '.' });
  return git.commit({ fs, dir, author, message });
}

/** Makes a repository with one commit on `main`, and answers with that. */
export async function makeRepository(
  dir: string,
  files: Record<string, string>,
): Promise<string> {
  await writeFiles(dir, files);
  await git.init({ fs, dir, defaultBranch: 'main' });
  return commitAll(dir, 'Start');
}

/** A file of a commit or branch. */
export async function showFile(dir: string, ref: string, path: string) {
  const oid = await git.resolveRef({ fs, dir, ref });
  const { blob } = await git.readBlob({ fs, dir, oid, filepath: path });
  return Buffer.from(blob).toString();
}

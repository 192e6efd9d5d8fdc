import fs from 'node:fs';
import git, { type TreeEntry } from 'isomorphic-git';

/** A file that a commit adds or replaces. */
export interface CommittedFile {
  /** Path in the repository, with `/`. */
  path: string;
  content: Buffer;
  executable: boolean;
}

const FOLDER_MODE = '040000';

/** Writes a git tree that has the files of another, and these. No file of one may be a folder of the other. */
export async function treeWith(
  dir: string,
  tree: string | undefined,
  files: CommittedFile[],
): Promise<string> {
  const entries = new Map<string, TreeEntry>();
  if (tree) {
    const read = await git.readTree({ fs, dir, oid: tree });
    read.tree.forEach(entry => entries.set(entry.path, entry));
  }
  for (const [name, group] of byFirstSegment(files)) {
    const there = entries.get(name);
    const file = group.find(f => f.path === name);
    const oid = file
      ? await git.writeBlob({ fs, dir, blob: file.content })
      : await treeWith(dir, there?.oid, withoutFirst(group));
    const mode = there?.mode ?? newMode(file);
    entries.set(name, { mode, path: name, oid, type: file ? 'blob' : 'tree' });
  }
  return git.writeTree({ fs, dir, tree: [...entries.values()] });
}

function byFirstSegment(files: CommittedFile[]): Map<string, CommittedFile[]> {
  const groups = new Map<string, CommittedFile[]>();
  for (const file of files) {
    const [name] = file.path.split('/', 1);
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return groups;
}

function withoutFirst(files: CommittedFile[]): CommittedFile[] {
  return files.map(file => ({
    ...file,
    path: file.path.slice(file.path.indexOf('/') + 1),
  }));
}

function newMode(file: CommittedFile | undefined): string {
  if (!file) {
    return FOLDER_MODE;
  }
  return file.executable ? '100755' : '100644';
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseFields } from './spec';

/** One file of a starter tree, by the path it will have in the repository. */
export interface TreeFile {
  path: string;
  content: Buffer;
  /** To be rendered; other files are copied byte for byte. */
  template: boolean;
  /** Option → value: choices without which the file is left out. */
  when: Record<string, string>;
  /** Why the file is there, in a few words. */
  reason: string;
}

/** Everything starters are made of, read once. */
export interface StarterTrees {
  /** Files that every starter gets. */
  shared: TreeFile[];
  /** Starter id → its own files. */
  starters: Map<string, TreeFile[]>;
}

const SHARED = 'shared';

/** In the root of a tree: path, or folder with a slash at its end → why it is there. */
const REASONS = 'files.yaml';
const reasonsSchema = z.object({
  reasons: z.record(z.string(), z.string().min(1)),
});

/** A folder `@option=value` is not part of the path: what is in it belongs to that choice. */
const CHOICE = /^@([a-zA-Z]+)=([a-z0-9-]+)$/;

/** What working on a starter in place leaves behind. */
const LEFTOVERS = new Set([
  '.git',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.venv',
  '.venv-checks',
  '__pycache__',
  'cdk.out',
  'node_modules',
]);

/** Reads the folder that holds `shared` and one folder for each starter. */
export async function readStarterTrees(root: string): Promise<StarterTrees> {
  const starters = new Map<string, TreeFile[]>();
  let shared: TreeFile[] = [];
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      const files = await readTree(join(root, entry.name));
      if (entry.name === SHARED) {
        shared = files;
      } else {
        starters.set(entry.name, files);
      }
    }
  }
  return { shared, starters };
}

/** The files of one tree, each with its reason. */
export async function readTree(root: string): Promise<TreeFile[]> {
  const { reasons } = parseFields(
    reasonsSchema,
    parse(await readFile(join(root, REASONS), 'utf8')),
  );
  const files = await readFolder(root, '');
  const used = new Set<string>();
  const explained = files.map(file => {
    const key = reasonKey(file.path, reasons);
    if (!key) {
      throw new Error(
        `${join(root, REASONS)} gives no reason for ${file.path}`,
      );
    }
    used.add(key);
    return { ...file, reason: reasons[key] };
  });
  const vain = Object.keys(reasons).filter(key => !used.has(key));
  if (vain.length > 0) {
    throw new Error(
      `${join(root, REASONS)} explains what is not there: ${vain.join(', ')}`,
    );
  }
  return explained;
}

/** The most particular entry that fits a path. */
function reasonKey(path: string, reasons: Record<string, string>) {
  return Object.keys(reasons)
    .filter(key => key === path || (key.endsWith('/') && path.startsWith(key)))
    .sort((a, b) => b.length - a.length)
    .at(0);
}

async function readFolder(
  root: string,
  folder: string,
): Promise<Omit<TreeFile, 'reason'>[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const files: Omit<TreeFile, 'reason'>[] = [];
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (LEFTOVERS.has(entry.name) || path === REASONS) {
      continue;
    }
    if (entry.isDirectory()) {
      files.push(...(await readFolder(root, path)));
    } else if (entry.isFile()) {
      files.push({
        ...repositoryPath(path),
        content: await readFile(join(root, path)),
        template: path.endsWith('.eta'),
      });
    }
  }
  return files;
}

/** `.eta` marks a template; `gitignore` has no dot because npm leaves `.gitignore` out of packages. */
function repositoryPath(path: string): Pick<TreeFile, 'path' | 'when'> {
  const segments = path.split('/').map(name => ({
    name,
    choice: CHOICE.exec(name),
  }));
  return {
    path: segments
      .filter(segment => !segment.choice)
      .map(segment => segment.name)
      .join('/')
      .replace(/\.eta$/, '')
      .replace(/(^|\/)gitignore$/, '$1.gitignore'),
    when: Object.fromEntries(
      segments.flatMap(({ choice }) => (choice ? [choice.slice(1, 3)] : [])),
    ),
  };
}

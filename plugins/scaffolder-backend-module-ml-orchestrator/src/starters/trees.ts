import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of a starter tree, by the path it will have in the repository. */
export interface TreeFile {
  path: string;
  content: Buffer;
  /** To be rendered; other files are copied byte for byte. */
  template: boolean;
  /** Option → value: choices without which the file is left out. */
  when: Record<string, string>;
}

/** Everything starters are made of, read once. */
export interface StarterTrees {
  /** Files that every starter gets. */
  shared: TreeFile[];
  /** Starter id → its own files. */
  starters: Map<string, TreeFile[]>;
}

const SHARED = 'shared';

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
      const files = await readTree(join(root, entry.name), '');
      if (entry.name === SHARED) {
        shared = files;
      } else {
        starters.set(entry.name, files);
      }
    }
  }
  return { shared, starters };
}

async function readTree(root: string, folder: string): Promise<TreeFile[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const files: TreeFile[] = [];
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (LEFTOVERS.has(entry.name)) {
      continue;
    }
    if (entry.isDirectory()) {
      files.push(...(await readTree(root, path)));
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

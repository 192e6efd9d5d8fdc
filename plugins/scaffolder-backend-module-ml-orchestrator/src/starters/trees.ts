import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { OFFERS_FILE, offersSchema, type Offers } from './options';
import { parseFields } from './spec';

/** One file of a starter tree, by the path it will have in the repository. */
export interface TreeFile {
  path: string;
  content: Buffer;
  /** To be rendered; other files are copied byte for byte. */
  template: boolean;
  /** Option → values: choices without one of which the file is left out. */
  when: Record<string, string[]>;
  /** Why the file is there, in a few words. */
  reason: string;
}

/** Everything starters are made of, read once. */
export interface StarterTrees {
  /** Files that every starter gets. */
  shared: TreeFile[];
  /** Id → files that the starters get which name it among their `layers`. */
  layers: Map<string, TreeFile[]>;
  /** Starter id → its own files, and what it offers. */
  starters: Map<string, StarterTree>;
}

/** What is particular to one starter. */
export interface StarterTree {
  files: TreeFile[];
  offers: Offers;
}

const SHARED = 'shared';

/** In the root of a tree: path, or folder with a slash at its end → why it is there. */
const REASONS = 'files.yaml';
const reasonsSchema = z.object({
  reasons: z.record(z.string(), z.string().min(1)),
});

/** A folder `@option=value`, or `@option=value+other`, is not part of the path: what is in it belongs to that choice, or to either. */
const CHOICE = /^@([a-zA-Z]+)=([a-z0-9.+-]+)$/;

/** What working on a starter in place leaves behind. */
const LEFTOVERS = new Set([
  '.git',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.venv',
  '.venv-checks',
  '.venv-source',
  '__pycache__',
  'cdk.out',
  'node_modules',
]);

/** Reads the folder that holds `shared`, and one folder for each layer and each starter, which has {@link OFFERS_FILE}. */
export async function readStarterTrees(root: string): Promise<StarterTrees> {
  const trees: StarterTrees = {
    shared: await readFiles(join(root, SHARED)),
    layers: new Map(),
    starters: new Map(),
  };
  const found = await readdir(root, { withFileTypes: true });
  const names = found
    .filter(entry => entry.isDirectory() && entry.name !== SHARED)
    .map(entry => entry.name);
  const isStarter = (name: string) => existsSync(join(root, name, OFFERS_FILE));
  for (const layer of names.filter(name => !isStarter(name))) {
    trees.layers.set(layer, await readFiles(join(root, layer)));
  }
  for (const starter of names.filter(isStarter)) {
    addStarter(trees, starter, await readStarter(join(root, starter)));
  }
  return trees;
}

/** Adds a starter; throws if there is one of that id, or a layer that it names is missing. */
export function addStarter(
  { starters, layers }: StarterTrees,
  id: string,
  starter: StarterTree,
) {
  if (starters.has(id)) {
    throw new Error(`There are two starters with the id "${id}"`);
  }
  const missing = starter.offers.layers.filter(layer => !layers.has(layer));
  if (missing.length > 0) {
    throw new Error(
      `The starter "${id}" is laid over ${missing.join(
        ', ',
      )}, which does not exist`,
    );
  }
  starters.set(id, starter);
}

/** The files that a starter may give, whatever is chosen; of two with one path, the later replaces the earlier. */
export function filesOf(
  { shared, layers }: StarterTrees,
  { files, offers }: StarterTree,
): TreeFile[] {
  return [...shared, ...offers.layers.flatMap(id => layers.get(id)!), ...files];
}

/** One starter: its files, and the options that it offers. */
export async function readStarter(root: string): Promise<StarterTree> {
  const offers = await readYaml(join(root, OFFERS_FILE), offersSchema);
  return { files: await readFiles(root), offers };
}

async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const content = parse(await readFile(file, 'utf8'));
  try {
    return parseFields(schema, content);
  } catch (error) {
    throw new Error(`${file} is wrong: ${(error as Error).message}`);
  }
}

/** The files of one tree, each with its reason. */
async function readFiles(root: string): Promise<TreeFile[]> {
  const { reasons } = await readYaml(join(root, REASONS), reasonsSchema);
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
    if (LEFTOVERS.has(entry.name) || path === REASONS || path === OFFERS_FILE) {
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
      segments.flatMap(({ choice }) =>
        choice ? [[choice[1], choice[2].split('+')]] : [],
      ),
    ),
  };
}

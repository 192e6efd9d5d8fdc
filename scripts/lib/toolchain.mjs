import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, say } from './say.mjs';

/** The versions this project is built and tested with. */
const NODE_VERSION = '24.21.0';
const YARN_VERSION = '4.13.0';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
/** Everything that the portal and the tests make while they run; ignored by git. */
export const localFolder = path.join(root, '.local');

const IN_TOOLCHAIN = 'ML_ORCHESTRATOR_TOOLCHAIN';

/**
 * Runs this script again under the pinned Node and Yarn, which npm fetches from
 * the registry and caches, unless it already does.
 */
export function ensureToolchain() {
  if (process.env[IN_TOOLCHAIN] === NODE_VERSION) {
    return;
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(
      `Node ${process.versions.node} is too old to start with.`,
      'Install Node 20 or newer (https://nodejs.org) and try again.',
    );
  }
  say(`Using Node ${NODE_VERSION} and Yarn ${YARN_VERSION} (fetched once).`);
  const { status, error } = spawnSync(
    'npm',
    [
      'exec',
      '--yes',
      `--package=node@${NODE_VERSION}`,
      `--package=@yarnpkg/cli-dist@${YARN_VERSION}`,
      '--',
      'node',
      ...process.argv.slice(1),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, [IN_TOOLCHAIN]: NODE_VERSION },
    },
  );
  if (error) {
    fail(
      `npm could not be run: ${error.message}`,
      'Install npm (it comes with Node) and try again.',
    );
  }
  process.exit(status ?? 1);
}

/** Installs the dependencies if the lockfile changed since the last time. */
export function ensureDependencies() {
  const lockfile = readFileSync(path.join(root, 'yarn.lock'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  const stamp = path.join(root, 'node_modules', '.installed-lockfile');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  say('Installing dependencies (a few minutes the first time) …');
  const { status } = spawnSync('yarn', ['install', '--immutable'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    fail(
      'The dependencies could not be installed; see above.',
      'Check that the npm registry can be reached, then try again.',
    );
  }
  writeFileSync(stamp, wanted);
}

/** A folder below {@link localFolder}, made if need be. */
export function localDirectory(...names) {
  const directory = path.join(localFolder, ...names);
  mkdirSync(directory, { recursive: true });
  return directory;
}

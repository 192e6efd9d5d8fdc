import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';
import { localDirectory, root } from './toolchain.mjs';

const requirements = path.join(root, 'scripts', 'python-tools.txt');

/**
 * Sets up the Python tools (uv, and mkdocs for TechDocs) in a folder of their own.
 * Returns that folder's `bin`, or the reason why they cannot be had.
 */
export function ensurePythonTools() {
  const environment = path.join(localDirectory(), 'python');
  const bin = path.join(environment, 'bin');
  const stamp = path.join(environment, '.requirements');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return { bin };
  }
  say('Setting up Python tools …');
  const python = ['python3.12', 'python3', 'python'].find(isRecentPython);
  if (!python) {
    return { problem: 'Python 3.10 or newer was not found on the PATH' };
  }
  const steps = [
    [python, ['-m', 'venv', '--clear', environment]],
    [
      path.join(bin, 'python'),
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'uv'],
    ],
    [
      path.join(bin, 'uv'),
      [
        'pip',
        'install',
        '--quiet',
        '--python',
        path.join(bin, 'python'),
        '--requirement',
        requirements,
      ],
    ],
  ];
  for (const [command, args] of steps) {
    const { status } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0) {
      return {
        problem: `"${command} ${args.join(
          ' ',
        )}" failed; on Debian and Ubuntu the package python3-venv may be missing`,
      };
    }
  }
  writeFileSync(stamp, wanted);
  return { bin };
}

function isRecentPython(command) {
  const check =
    'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  return spawnSync(command, ['-c', check]).status === 0;
}

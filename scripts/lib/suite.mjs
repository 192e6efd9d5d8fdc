import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { localDirectory, root } from './toolchain.mjs';

/** Runs a check that either passes or fails, and counts it as one test. */
export function runCheck(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Runs Jest and counts its tests. A suite that could not run at all, or a run that
 * fails for any other reason, counts as a failure too.
 */
export function runJest(name, command, args, env = {}) {
  const report = path.join(localDirectory('reports'), `${name}.json`);
  rmSync(report, { force: true });
  const { status } = spawnSync(
    command,
    [...args, '--json', `--outputFile=${report}`],
    {
      cwd: root,
      // The report goes to the file; the same on standard output would drown the rest.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    },
  );
  if (!existsSync(report)) {
    return { passed: 0, failed: 1 };
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const broken = status !== 0 || passed === 0;
  return { passed, failed: failed === 0 && broken ? 1 : failed };
}

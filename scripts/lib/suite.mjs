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
      // Where CI is set, Backstage's test utilities would else want Docker for each database they know.
      env: { ...process.env, BACKSTAGE_TEST_DISABLE_DOCKER: '1', ...env },
    },
  );
  if (!existsSync(report)) {
    return { passed: 0, failed: 1 };
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const broken = status !== 0 || passed === 0;
  return {
    passed,
    failed: failed === 0 && broken ? 1 : failed,
    failures: failuresIn(result),
  };
}

/** Lines of a message that are worth repeating: its end, where tools say what was wrong. */
const LINES = 25;

/** The tests that failed, by their full names, each with the end of its message. */
function failuresIn({ testResults }) {
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const tests = assertionResults.filter(test => test.status === 'failed');
    const found = tests.map(({ fullName, failureMessages }) => [
      fullName,
      failureMessages.join('\n'),
    ]);
    if (status === 'failed' && found.length === 0) {
      found.push([name, message]);
    }
    return found.map(([title, text]) => `${title}\n${endOf(text)}`);
  });
}

function endOf(text) {
  const said = text.split('\n').filter(line => !/^\s+at /.test(line));
  return said.slice(-LINES).join('\n');
}

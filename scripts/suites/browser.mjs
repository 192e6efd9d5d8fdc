import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from '../lib/chromium.mjs';
import { placeExampleRepositories } from '../lib/exampleRepositories.mjs';
import { ensurePythonTools } from '../lib/python.mjs';
import { localDirectory, localFolder, root } from '../lib/toolchain.mjs';

/** Walks the portal in a real browser, on a database and repositories of its own. */
export async function run() {
  const python = ensurePythonTools();
  const report = path.join(localDirectory('reports'), 'browser.json');
  rmSync(report, { force: true });
  rmSync(path.join(localFolder, 'browser'), { recursive: true, force: true });
  localDirectory('browser', 'database');
  await placeExampleRepositories(localDirectory('browser', 'repositories'));
  const { status } = spawnSync('yarn', ['playwright', 'test'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [python.bin, process.env.PATH].filter(Boolean).join(path.delimiter),
      CHROMIUM_PATH: ensureChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  });
  if (!existsSync(report)) {
    return { passed: 0, failed: 1 };
  }
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  const passed = stats.expected + stats.flaky;
  return {
    passed,
    failed: stats.unexpected || (status === 0 && passed > 0 ? 0 : 1),
  };
}

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fail, say } from './say.mjs';
import { root } from './toolchain.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * A Chromium to test with: one on the PATH, else Playwright's own, else Debian's
 * package where this may install packages. Returns the path of its executable.
 */
export function ensureChromium() {
  const present = onPath() ?? playwrights();
  if (present) {
    return present;
  }
  say('Getting Chromium for the browser tests …');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    spawnSync('yarn', ['playwright', 'install', 'chromium'], {
      cwd: root,
      stdio: 'inherit',
    });
  }
  return (
    onPath() ??
    playwrights() ??
    fail(
      'The browser tests need Chromium, and it could not be installed.',
      'Install it with your package manager, so that "chromium" is on the PATH.',
    )
  );
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders
    .flatMap(folder => NAMES.map(name => path.join(folder, name)))
    .find(isExecutable);
}

function playwrights() {
  const require = createRequire(
    path.join(root, 'packages', 'app', 'package.json'),
  );
  const executable = require('@playwright/test').chromium.executablePath();
  return isExecutable(executable) ? executable : undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

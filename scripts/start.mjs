// `npm start`: sets up what is missing and starts the portal.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { placeExampleRepositories } from './lib/exampleRepositories.mjs';
import { ensurePythonTools } from './lib/python.mjs';
import { fail, say } from './lib/say.mjs';
import {
  ensureDependencies,
  ensureToolchain,
  localDirectory,
  root,
} from './lib/toolchain.mjs';

const PORTAL = 'http://localhost:3000';
const HEALTH = 'http://localhost:7007/.backstage/health/v1/readiness';

ensureToolchain();
for (const address of [PORTAL, HEALTH]) {
  if (await answers(address)) {
    const { host } = new URL(address);
    fail(
      `Something answers on ${host} already.`,
      'Stop the portal that still runs there, or whatever else uses the port.',
    );
  }
}
ensureDependencies();
localDirectory('database');
await placeExampleRepositories(localDirectory('repositories'));

const python = ensurePythonTools();
if (python.problem) {
  say(
    `Documentation pages cannot be rendered: ${python.problem}.\n  Everything else works. Install Python and start again to have them too.`,
  );
}

say('Starting the portal (about half a minute) …');
const portal = spawn('yarn', ['backstage-cli', 'repo', 'start'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [python.bin, process.env.PATH].filter(Boolean).join(path.delimiter),
  },
});
portal.on('error', error =>
  fail(
    `The portal could not be started: ${error.message}`,
    'Run "npm start" again.',
  ),
);
portal.on('exit', code => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => portal.kill(signal));
}

while (!((await answers(HEALTH)) && (await answers(PORTAL)))) {
  await new Promise(resolve => setTimeout(resolve, 1000));
}
say(
  `The portal is ready: ${PORTAL}\n  Enter as guest; the guide is at ${PORTAL}/ml-orchestrator. Stop with Ctrl+C.`,
);

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

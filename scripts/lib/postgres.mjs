import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fail, say } from './say.mjs';

/** What Backstage's test utilities look for; the number is only the name of the test's row. */
const VARIABLES = /^BACKSTAGE_TEST_DATABASE_POSTGRES\d+_CONNECTION_STRING$/;
const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const HERE = 'postgresql://postgres@127.0.0.1:5432';

/**
 * A PostgreSQL to test on: the one that the environment names, else one that lets us in
 * on this machine, else one of our own, started for the time of the tests. Returns
 * the environment for the tests, and how to stop what was started.
 */
export async function ensurePostgres() {
  if (Object.keys(process.env).some(name => VARIABLES.test(name))) {
    return { env: {}, stop: () => {} };
  }
  if (await letsIn('127.0.0.1', 5432)) {
    return { env: { [VARIABLE]: HERE }, stop: () => {} };
  }
  const binaries = findBinaries() ?? installBinaries();
  if (!binaries) {
    fail(
      'The postgres suite needs PostgreSQL, and none was found.',
      `Install it with your package manager, or set ${VARIABLE}.`,
    );
  }
  return startOwn(binaries);
}

/** The folder that holds initdb and postgres. */
function findBinaries() {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged) : [];
  const folders = [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map(version => path.join(packaged, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  return folders.find(folder =>
    ['initdb', 'postgres'].every(name => isExecutable(path.join(folder, name))),
  );
}

function installBinaries() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return undefined;
  }
  say('Getting PostgreSQL for the tests …');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', 'postgresql'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return findBinaries();
}

/** Starts one on a free port, with its data in a folder that goes with it. */
async function startOwn(binaries) {
  const data = mkdtempSync(path.join(tmpdir(), 'ml-orchestrator-postgres-'));
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? unprivileged() : {};
  if (user.uid !== undefined) {
    chownSync(data, user.uid, user.gid);
  }
  const options = {
    ...user,
    cwd: data,
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const { status } = spawnSync(
    path.join(binaries, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--no-sync',
    ],
    options,
  );
  if (status !== 0) {
    fail(
      'PostgreSQL could not make a database to test on; see above.',
      `Start one yourself and set ${VARIABLE}.`,
    );
  }
  const port = await freePort();
  const server = spawn(
    path.join(binaries, 'postgres'),
    // The socket lies with the data: the usual folder may not be ours to write to.
    ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', data, '-F'],
    { ...options, stdio: 'ignore' },
  );
  const stop = async () => {
    const ended = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  for (let i = 0; !(await letsIn('127.0.0.1', port)); i++) {
    if (i > 100 || server.exitCode !== null) {
      await stop();
      fail(
        'PostgreSQL was started to test on, and does not answer.',
        `Start one yourself and set ${VARIABLE}.`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return {
    env: { [VARIABLE]: `postgresql://postgres@127.0.0.1:${port}` },
    stop,
  };
}

function unprivileged() {
  const id = (flag, name) =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || NaN);
  const name = ['postgres', 'nobody'].find(n => !Number.isNaN(id('-u', n)));
  return { uid: id('-u', name), gid: id('-g', name) };
}

/** Whether a PostgreSQL there takes the user postgres without a password: it answers the startup message by "authenticated". */
function letsIn(host, port) {
  const parameters = Buffer.from('user\0postgres\0\0');
  const startup = Buffer.alloc(8);
  startup.writeInt32BE(8 + parameters.length, 0);
  startup.writeInt32BE(196608, 4);
  return new Promise(resolve => {
    const socket = net.connect({ host, port, timeout: 2000 }, () =>
      socket.write(Buffer.concat([startup, parameters])),
    );
    const answer = yes => {
      socket.destroy();
      resolve(yes);
    };
    socket.on('data', reply =>
      answer(
        reply[0] === 'R'.charCodeAt(0) &&
          reply.length >= 9 &&
          reply.readInt32BE(5) === 0,
      ),
    );
    socket.on('error', () => answer(false));
    socket.on('timeout', () => answer(false));
    socket.on('close', () => resolve(false));
  });
}

function freePort() {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

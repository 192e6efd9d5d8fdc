import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { createGenerateAction } from '../actions/generate';
import { decisions, fullSpec, minimalSpec, trees } from './starters';

/**
 * Generates every starter through the action and runs its own `make verify`, as a
 * new user would. It takes minutes and package downloads, so it is no unit test:
 * `yarn workspace <this package> test:starters`. `STARTERS_OUT` names a folder to
 * keep the repositories in; `STARTERS_ONLY` picks starters, separated by commas;
 * `STARTERS_TARGET` another target of their Makefiles.
 */
const MINUTES = 60_000;

const generate = createGenerateAction({
  trees,
  guidance: {
    get: async () => ({
      guidance: await loadDefaultGuidance(),
      warnings: [],
      layers: [],
    }),
  },
});

const kept = process.env.STARTERS_OUT;
const out = kept ?? mkdtempSync(join(tmpdir(), 'starters-'));
if (!kept) {
  afterAll(() => rmSync(out, { recursive: true, force: true }));
}

const target = process.env.STARTERS_TARGET ?? 'verify';
const only = process.env.STARTERS_ONLY?.split(',');
const ids = Object.keys(decisions).filter(id => !only || only.includes(id));

async function generated(folder: string, input: ReturnType<typeof fullSpec>) {
  const workspacePath = join(out, folder);
  rmSync(workspacePath, { recursive: true, force: true });
  await mkdir(workspacePath, { recursive: true });
  await generate.handler(createMockActionContext({ input, workspacePath }));
  return workspacePath;
}

/** Runs a command to its end; the error of a failure shows what it printed. */
function run(cwd: string, command: string, args: string[]) {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 25 * MINUTES,
  });
  if (result.status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} failed in ${cwd} (${
        result.error?.message ?? `exit code ${result.status}`
      })\n${result.stdout}\n${result.stderr}`,
    );
  }
}

const PARSE_PYTHON =
  'import ast, pathlib; [ast.parse(p.read_text(encoding="utf-8"), str(p)) for p in pathlib.Path(".").rglob("*.py")]';

describe.each(ids)('%s', id => {
  it.each([
    ['every option', id, fullSpec({ decision: decisions[id] })],
    [
      'only what is required',
      `${id} minimal`,
      minimalSpec({ decision: decisions[id] }),
    ],
  ])(
    'verifies itself, generated with %s',
    async (_, folder, spec) => {
      const repository = await generated(folder, spec);
      run(repository, 'python3', ['-c', PARSE_PYTHON]);
      run(repository, 'make', [target]);
      expect(existsSync(join(repository, 'catalog-info.yaml'))).toBe(true);
    },
    30 * MINUTES,
  );
});

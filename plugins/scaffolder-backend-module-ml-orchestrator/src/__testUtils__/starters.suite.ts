import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createGenerateAction } from '../actions/generate';
import type { StarterSpec } from '../starters';
import { starterTrees } from '../module';
import {
  exampleGuidance,
  exampleSpec,
  exampleStarter,
} from './exampleOrganisation';
import { guidanceFor } from './guidance';
import { SEEDED_DEFECTS, type SeededDefect } from './seededDefects';
import { decisions, trees } from './starters';
import { specName, starterSpecs } from './starterSpecs';

/**
 * Generates starters through the action, a pairwise selection of what can be chosen, and
 * runs the `make verify` of each, as a new user would; then plants defects and sees them
 * found. It takes minutes and package downloads, so it is no unit test:
 * `yarn workspace <this package> test:starters`.
 *
 * `STARTERS_ALL=1` takes every combination; `STARTERS_OUT` names a folder to keep the
 * repositories in; `STARTERS_ONLY` picks starters, separated by commas;
 * `STARTERS_TARGET` another target of their Makefiles, and plants nothing.
 */
const MINUTES = 60_000;

const actions = {
  ours: createGenerateAction({ trees, guidance: guidanceFor() }),
  example: createGenerateAction({
    trees: starterTrees([exampleStarter]),
    guidance: exampleGuidance,
  }),
};

const kept = process.env.STARTERS_OUT;
const out = kept ?? mkdtempSync(join(tmpdir(), 'starters-'));
if (!kept) {
  afterAll(() => rmSync(out, { recursive: true, force: true }));
}

const target = process.env.STARTERS_TARGET ?? 'verify';
const only = process.env.STARTERS_ONLY?.split(',');
const isWanted = (id: string) => !only || only.includes(id);
const ids = Object.keys(decisions).filter(isWanted);
const exampleSpecs = [exampleSpec].filter(() => isWanted(exampleStarter.id));
const specs = [
  ...(ids.length > 0
    ? starterSpecs(ids, { all: Boolean(process.env.STARTERS_ALL) })
    : []),
  ...exampleSpecs,
];

/** Writes the repository of a spec, into a folder named after what was chosen. */
async function generated(spec: StarterSpec): Promise<string> {
  // Kubeflow's local runner cannot be started from a path with spaces.
  const workspacePath = join(out, specName(spec).replace(/\W+/g, '-'));
  rmSync(workspacePath, { recursive: true, force: true });
  await mkdir(workspacePath, { recursive: true });
  const { handler } = exampleSpecs.includes(spec)
    ? actions.example
    : actions.ours;
  await handler(createMockActionContext({ input: spec, workspacePath }));
  return workspacePath;
}

/**
 * As in a shell of its own: without what the npm that started this suite tells its
 * children, and with Python's cache, without which each step compiles its libraries anew.
 */
const cleanEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_/i.test(name) && name !== 'PYTHONDONTWRITEBYTECODE',
  ),
);

/** Runs a command to its end; gives its exit code and what it printed. */
function run(
  cwd: string,
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...cleanEnvironment, ...environment },
      timeout: 25 * MINUTES,
    });
    let output = '';
    child.stdout.on('data', data => (output += data));
    child.stderr.on('data', data => (output += data));
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}

async function mustRun(cwd: string, command: string, args: string[]) {
  const { code, output } = await run(cwd, command, args);
  if (code !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} failed in ${cwd} (${code})\n${output}`,
    );
  }
}

const PARSE_PYTHON =
  'import ast, pathlib; [ast.parse(p.read_text(encoding="utf-8"), str(p)) for p in pathlib.Path(".").rglob("*.py")]';

/** Repositories that verified themselves, for the defects to be planted in. */
const verified = new Map<string, Promise<string>>();

async function verify(spec: StarterSpec): Promise<string> {
  const repository = await generated(spec);
  await mustRun(repository, 'python3', ['-c', PARSE_PYTHON]);
  await mustRun(repository, 'make', [target]);
  return repository;
}

describe('verifies itself', () => {
  it.concurrent.each(specs.map(spec => [specName(spec), spec] as const))(
    '%s',
    async (name, spec) => {
      const result = verify(spec);
      verified.set(name, result);
      expect(existsSync(join(await result, 'catalog-info.yaml'))).toBe(true);
    },
    60 * MINUTES,
  );
});

/** A repository holds one defect at a time. */
const busy = new Map<string, Promise<unknown>>();

async function plant(repository: string, defect: SeededDefect) {
  const file = join(repository, defect.file);
  const sound = await readFile(file, 'utf8');
  expect(sound).toContain(defect.find);
  await writeFile(
    file,
    sound.replace(defect.find, () => defect.replace),
  );
  try {
    return await run(repository, 'make', ['verify'], {
      PYTEST_ADDOPTS: '--exitfirst',
      NO_COLOR: '1',
    });
  } finally {
    await writeFile(file, sound);
  }
}

const defects = [
  ...new Set(specs.map(spec => spec.decision.orchestrator)),
].flatMap(id =>
  SEEDED_DEFECTS[id].map(defect => [id, defect.name, defect] as const),
);
// In turns, so that two repositories are at work at once.
defects.sort(
  ([a, , d], [b, , e]) =>
    SEEDED_DEFECTS[a].indexOf(d) - SEEDED_DEFECTS[b].indexOf(e),
);

(target === 'verify' ? describe : describe.skip)('finds', () => {
  it.concurrent.each(defects)(
    'in %s: %s',
    async (id, _, defect) => {
      // The defects are planted in the files of GitHub's CI.
      const spec = specs.find(
        s => s.decision.orchestrator === id && s.ci === 'github',
      )!;
      const repository = await verified.get(specName(spec))!;
      const before = busy.get(id) ?? Promise.resolve();
      const result = before.then(() => plant(repository, defect));
      busy.set(
        id,
        result.catch(() => undefined),
      );
      const { code, output } = await result;
      expect({ failed: code !== 0, output }).toEqual({
        failed: true,
        output: expect.stringMatching(defect.named),
      });
    },
    60 * MINUTES,
  );
});

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, ensureToolchain, root } from './toolchain.mjs';

/** Runs a tool written in TypeScript with the arguments of this script, and ends with its exit code. */
export function runTool(file) {
  // Files are named as seen from where the person is; npm itself moves to the root.
  // The script starts itself again there, so the paths have to hold everywhere.
  const here = process.env.INIT_CWD ?? process.cwd();
  const args = process.argv
    .slice(2)
    .map(arg => (arg.startsWith('-') ? arg : path.resolve(here, arg)));
  process.argv.splice(2, args.length, ...args);

  ensureToolchain();
  ensureDependencies();
  const { status } = spawnSync(
    'node',
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      file,
      ...args.map(arg =>
        path.isAbsolute(arg) ? path.relative(root, arg) : arg,
      ),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}

// `npm run bench`: times the decision engine and prints a table.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, ensureToolchain, root } from './lib/toolchain.mjs';

ensureToolchain();
ensureDependencies();
const { status } = spawnSync(
  'node',
  [
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'plugins/ml-orchestrator-node/bench/engine.ts',
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);

// `npm run bench`: times the decision engine, the portfolio and the starters, and weighs what a browser loads of the guide.
import { spawnSync } from 'node:child_process';
import { ensureDependencies, ensureToolchain, root } from './lib/toolchain.mjs';

ensureToolchain();
ensureDependencies();

const BENCHMARKS = [
  [
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'plugins/ml-orchestrator-node/bench/engine.ts',
  ],
  [
    '--expose-gc',
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'plugins/ml-orchestrator-backend/bench/portfolio.ts',
  ],
  [
    // Backstage's template engine runs in an isolate, which wants this.
    '--no-node-snapshot',
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'plugins/scaffolder-backend-module-ml-orchestrator/bench/starters.ts',
  ],
  ['scripts/bench/bundle.mjs'],
];
const failed = BENCHMARKS.filter(
  args => spawnSync('node', args, { cwd: root, stdio: 'inherit' }).status !== 0,
);
process.exit(failed.length > 0 ? 1 : 0);

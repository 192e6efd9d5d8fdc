// What a browser loads of the guide, and when: bundles the frontend plugin, prints the
// sizes, and fails if the lazy parts are not lazy.
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../lib/toolchain.mjs';

const SRC = 'plugins/ml-orchestrator/src';
const FIRST_VIEW = `${SRC}/components/ComparePage/index.ts`;
const HEAVY = [
  { name: 'the graph library', pattern: /node_modules\/@dagrejs\// },
  { name: 'the schema library', pattern: /node_modules\/zod\// },
  { name: 'the chart library', pattern: /node_modules\/recharts\// },
];

// Every portal has loaded these before the guide is opened, so they cost the guide nothing.
const FRAME = 'portal-frame';
const SHARED =
  /^(react|react-dom|react-router|react-router-dom|@material-ui|@mui|@backstage)(\/|$)/;
const portal = {
  name: 'portal',
  setup(bundler) {
    bundler.onResolve({ filter: new RegExp(`^${FRAME}$`) }, () => ({
      path: FRAME,
      namespace: 'portal',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'portal' }, () => ({
      contents: "export * from '@backstage/core-components';",
      resolveDir: path.join(root, 'plugins/ml-orchestrator'),
    }));
    bundler.onResolve({ filter: /^[a-z@]/ }, ({ path: name }) =>
      SHARED.test(name) && name !== '@backstage/core-components'
        ? { path: name, external: true }
        : undefined,
    );
  },
};

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    frame: FRAME,
    plugin: `./${SRC}/index.ts`,
    legacy: `./${SRC}/legacy/index.ts`,
  },
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  write: false,
  format: 'esm',
  platform: 'browser',
  jsx: 'automatic',
  outdir: 'bundle',
  logLevel: 'error',
  loader: Object.fromEntries(
    ['.svg', '.png', '.woff', '.woff2', '.ttf', '.css'].map(e => [e, 'empty']),
  ),
  plugins: [portal],
});
const { outputs } = metafile;

/** The output that starts with a module, be it an entry or loaded later. */
const outputOf = entry =>
  Object.keys(outputs).find(name => outputs[name].entryPoint === entry);

/** Bytes of each module that an output loads at once. */
function loads(output, modules = new Map(), seen = new Set()) {
  if (!output || seen.has(output)) {
    return modules;
  }
  seen.add(output);
  for (const [module, { bytesInOutput }] of Object.entries(
    outputs[output].inputs,
  )) {
    modules.set(module, (modules.get(module) ?? 0) + bytesInOutput);
  }
  for (const { kind, path: next, external } of outputs[output].imports) {
    if (kind !== 'dynamic-import' && !external) {
      loads(next, modules, seen);
    }
  }
  return modules;
}

const without = (modules, ...others) =>
  new Map([...modules].filter(([m]) => !others.some(o => o.has(m))));
const kilobytes = modules =>
  ([...modules.values()].reduce((sum, b) => sum + b, 0) / 1000).toFixed(1);
const split = (modules, isOurs) =>
  new Map([...modules].filter(([m]) => m.startsWith('plugins/') === isOurs));

const frame = loads(outputOf(`portal:${FRAME}`));
const opening = without(loads(outputOf(`${SRC}/index.ts`)), frame);
const openingLegacy = without(loads(outputOf(`${SRC}/legacy/index.ts`)), frame);
const firstView = without(loads(outputOf(FIRST_VIEW)), frame, opening);
const heavy = HEAVY.map(({ name, pattern }) => {
  // The last chunk on the way to the library, with all that it brings along.
  const output = Object.keys(outputs).find(
    o =>
      outputs[o].entryPoint && [...loads(o).keys()].some(m => pattern.test(m)),
  );
  return [name, without(loads(output), frame, opening, firstView)];
});
const tabs = ['Decide', 'Learn', 'Cost', 'Guidance'].map(tab => [
  `${tab}, after the first view`,
  without(
    loads(outputOf(`${SRC}/components/${tab}Page/index.ts`)),
    frame,
    opening,
    firstView,
  ),
]);

const rows = [
  ['opening the portal', opening],
  ['opening the portal (old system)', openingLegacy],
  ['first view of the guide (Compare)', firstView],
  ...tabs.filter(([, modules]) => modules.size > 0),
  ...heavy,
];
process.stdout.write(
  `\n${'minified kB, beyond what every portal loads'.padEnd(
    46,
  )}${'ours'.padStart(8)}${'libraries'.padStart(12)}\n`,
);
for (const [name, modules] of rows) {
  const [ours, libraries] = [true, false].map(o =>
    kilobytes(split(modules, o)),
  );
  process.stdout.write(
    `${name.padEnd(46)}${ours.padStart(8)}${libraries.padStart(12)}\n`,
  );
}

const isGuide = module =>
  module.startsWith(`${SRC}/components/`) && module.endsWith('.tsx');
const problems = [
  ...[...opening.keys(), ...openingLegacy.keys()]
    .filter(isGuide)
    .map(module => `opening the portal loads ${module}`),
  ...HEAVY.filter(({ pattern }) =>
    [...opening.keys(), ...openingLegacy.keys(), ...firstView.keys()].some(m =>
      pattern.test(m),
    ),
  ).map(({ name }) => `the first view loads ${name}`),
  ...(firstView.size === 0 ? ['the first view was not found'] : []),
];
problems.forEach(problem => process.stderr.write(`✖ ${problem}\n`));
process.exit(problems.length > 0 ? 1 : 0);

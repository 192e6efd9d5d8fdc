const plugin = name => `./plugins/${name}`;

// What may import what (DESIGN: the house). Everything not named here is free.
const COMMON = plugin('ml-orchestrator-common');
const NODE = plugin('ml-orchestrator-node');
const BACKEND = plugin('ml-orchestrator-backend');
const FRONTEND = plugin('ml-orchestrator');
const SCAFFOLDER = plugin('scaffolder-backend-module-ml-orchestrator');
const CATALOG = plugin('catalog-backend-module-ml-orchestrator');
const SEARCH = plugin('search-backend-module-ml-orchestrator');
const PORTAL = './packages';

const ALL = [
  COMMON,
  NODE,
  BACKEND,
  FRONTEND,
  SCAFFOLDER,
  CATALOG,
  SEARCH,
  PORTAL,
];
const MAY_IMPORT = [
  [COMMON, []],
  [NODE, [COMMON]],
  [BACKEND, [COMMON, NODE]],
  [SCAFFOLDER, [COMMON, NODE]],
  [CATALOG, [COMMON, NODE]],
  [SEARCH, [COMMON, NODE]],
  [FRONTEND, [COMMON]],
];

module.exports = {
  root: true,
  plugins: ['import'],
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  rules: {
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: MAY_IMPORT.map(([target, allowed]) => ({
          target: `${target}/src`,
          from: ALL.filter(f => f !== target && !allowed.includes(f)),
          message: 'See "What may import what" in CONTRIBUTING.md.',
        })),
      },
    ],
  },
};

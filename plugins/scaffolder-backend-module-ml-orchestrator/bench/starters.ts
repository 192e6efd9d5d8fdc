/* eslint-disable no-console -- the table is this program's output */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { decisions, minimalSpec, trees } from '../src/__testUtils__/starters';
import { createGenerateAction } from '../src/actions/generate';
import { checkStarterChoice, filesOf, planStarter } from '../src/starters';

const ROUNDS = 9;

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** What the actions use of a context; the mocks for tests want Jest. */
const contextOf = (
  context: Partial<ActionContext<any>> & { workspacePath: string },
) =>
  ({
    logger: mockServices.rootLogger({ level: 'error' }),
    output: () => {},
    createTemporaryDirectory: () =>
      mkdtemp(join(dirname(context.workspacePath), 'action-')),
    ...context,
  } as unknown as ActionContext<any, any>);

/** Milliseconds that it takes to write into a new workspace, the median of some rounds. */
async function time(root: string, write: (workspace: string) => Promise<void>) {
  const rounds: number[] = [];
  // The first round warms up: files are read and code is loaded.
  for (let round = 0; round <= ROUNDS; round++) {
    const workspace = await mkdtemp(join(root, 'workspace-'));
    const start = performance.now();
    await write(workspace);
    if (round > 0) {
      rounds.push(performance.now() - start);
    }
    await rm(workspace, { recursive: true });
  }
  return Math.round(median(rounds));
}

/** What one starter takes through our action, and the same tree through `fetch:template`. */
async function compare(id: string, root: string) {
  const guidance = await loadDefaultGuidance();
  const input = minimalSpec({ decision: decisions[id] });
  const read = await trees();
  const files = planStarter(input, {
    guidance,
    decision: checkStarterChoice(guidance, input.decision),
    trees: read,
  });

  const templates = new Set(
    filesOf(read, read.starters.get(id)!)
      .filter(file => file.template)
      .map(file => file.path),
  );
  const skeleton = join(root, id, 'skeleton');
  for (const { path, content } of files) {
    const isTemplate = templates.has(path);
    const target = join(skeleton, isTemplate ? `${path}.njk` : path);
    await mkdir(dirname(target), { recursive: true });
    // The values are not those of the spec, but as many places are filled in.
    await writeFile(
      target,
      isTemplate
        ? content.toString('utf8').replaceAll(input.name, '${{ values.name }}')
        : content,
    );
  }

  const generate = createGenerateAction({
    trees,
    guidance: { get: async () => ({ guidance, warnings: [], layers: [] }) },
  });
  const config = mockServices.rootConfig();
  const fetchTemplate = createFetchTemplateAction({
    integrations: ScmIntegrations.fromConfig(config),
    reader: UrlReaders.default({ config, logger: mockServices.rootLogger() }),
  });
  const baseUrl = pathToFileURL(join(root, id, 'template.yaml')).href;
  return {
    starter: id,
    files: files.length,
    'ml-orchestrator:generate': await time(root, async workspacePath => {
      await generate.handler(contextOf({ input, workspacePath }));
    }),
    'fetch:template': await time(root, async workspacePath => {
      await fetchTemplate.handler(
        contextOf({
          input: {
            url: './skeleton',
            values: { name: input.name },
            templateFileExtension: true,
          },
          workspacePath,
          templateInfo: { entityRef: 'template:default/bench', baseUrl },
        }),
      );
    }),
  };
}

async function main() {
  console.log(
    `\nPlanning and writing a starter, in milliseconds (median of ${ROUNDS}); fetch:template copies and renders the same tree`,
  );
  const root = await mkdtemp(join(tmpdir(), 'bench-starters-'));
  try {
    const rows = [];
    for (const id of Object.keys(decisions)) {
      rows.push(await compare(id, root));
    }
    console.table(rows);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});

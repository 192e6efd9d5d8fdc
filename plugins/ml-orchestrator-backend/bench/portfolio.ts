/* eslint-disable no-console -- the table is this program's output */
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { formatAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import createKnex from 'knex';
import type { Knex } from 'knex';
import { performance } from 'node:perf_hooks';
import { migrate } from '../src/database';
import { PortfolioQueries } from '../src/portfolio/PortfolioQueries';
import { PortfolioRefresher } from '../src/portfolio/PortfolioRefresher';
import { PortfolioStore } from '../src/portfolio/PortfolioStore';
import { summarise } from '../src/portfolio/summary';
import { toPortfolioRow } from '../src/portfolio/tables';
import { whatIf } from '../src/portfolio/whatIf';

const SIZES = [100, 1_000, 10_000];
/** What the first page may take, in milliseconds. */
const FIRST_PAGE_LIMIT = 1_000;
const TITLE = { by: 'title' as const, descending: false };

/** Pipelines with scattered answers; the same for the same number. */
function generatePipelines(count: number, guidance: Guidance): Entity[] {
  let seed = 20_261_124;
  const pick = <T>(items: readonly T[]): T => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return items[Math.floor((seed / 2 ** 32) * items.length)];
  };
  return [...Array(count).keys()].map(i => {
    const answers = Object.fromEntries(
      guidance.questions.map(q => [q.id, pick(q.options).id]),
    );
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `pipeline-${i}`,
        uid: `uid-${i}`,
        etag: 'etag',
        annotations: {
          'ml-orchestrator/orchestrator': pick(guidance.orchestrators).id,
          'ml-orchestrator/answers': formatAnswers(answers),
        },
      },
      spec: { type: 'ml-pipeline', owner: `team-${i % 100}` },
    };
  });
}

/** A catalog that pages through these; what the real one costs is its own. */
function catalogOf(entities: Entity[]): CatalogService {
  const queryEntities = async (request: {
    cursor?: string;
    limit?: number;
  }) => {
    const from = Number(request.cursor ?? 0);
    const to = from + (request.limit ?? 20);
    return {
      items: entities.slice(from, to),
      totalItems: entities.length,
      pageInfo: to < entities.length ? { nextCursor: `${to}` } : {},
    };
  };
  return { queryEntities } as unknown as CatalogService;
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

async function measure(count: number, knex: Knex, guidance: Guidance) {
  const held: Guidance = {
    ...guidance,
    orchestrators: guidance.orchestrators.map((o, i) =>
      i === 0 ? { ...o, ring: 'hold' } : o,
    ),
  };
  const served = { guidance, warnings: [], layers: [] };
  const store = new PortfolioStore(knex);
  const queries = new PortfolioQueries(knex);
  const nothing = () => {};
  const refresher = new PortfolioRefresher({
    auth: { getOwnServiceCredentials: async () => ({}) } as AuthService,
    catalog: catalogOf(generatePipelines(count, guidance)),
    guidance: { get: async () => served },
    logger: { warn: nothing, info: nothing } as unknown as LoggerService,
    store,
    types: ['ml-pipeline'],
  });
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const [first, { written }] = await timed(() => refresher.refresh());
  const used = process.memoryUsage().heapUsed - before;
  if (written !== count) {
    throw new Error(`${written} of ${count} rows were written`);
  }
  const [again] = await timed(() => refresher.refresh());
  served.guidance = held;
  const [changed] = await timed(() => refresher.refresh());
  const [page] = await timed(async () => {
    const rows = await queries.rows({ filters: {}, sort: TITLE }, 'all', {
      offset: 0,
      limit: 50,
    });
    await queries.count({}, 'all');
    const groups = await queries.groups({}, 'all');
    const history = await queries.history({}, 'all');
    return [rows.map(toPortfolioRow), summarise(groups, history)];
  });
  const uids = [...Array(count / 2).keys()].map(i => `uid-${i * 2}`);
  const [restricted] = await timed(async () => {
    await queries.rows({ filters: {}, sort: TITLE }, uids, {
      offset: 0,
      limit: 50,
    });
    await queries.count({}, uids);
    await queries.groups({}, uids);
    await queries.history({}, uids);
  });
  const [asked] = await timed(async () =>
    whatIf(
      held,
      guidance,
      await queries.rows({ filters: {}, sort: TITLE }, 'all'),
      { offset: 0, limit: 50 },
    ),
  );
  return { first, again, changed, page, restricted, asked, used };
}

async function main() {
  const guidance = await loadDefaultGuidance();
  const url = Object.entries(process.env).find(([name]) =>
    /^BACKSTAGE_TEST_DATABASE_POSTGRES\d+_CONNECTION_STRING$/.test(name),
  )?.[1];
  const clients: [string, () => Promise<Knex>][] = [
    [
      'SQLite',
      async () =>
        createKnex({
          client: 'better-sqlite3',
          connection: ':memory:',
          useNullAsDefault: true,
        }),
    ],
    ...(url
      ? [
          ['PostgreSQL', () => emptySchema(url)] as [
            string,
            () => Promise<Knex>,
          ],
        ]
      : []),
  ];
  console.log(
    '\nportfolio, ms     pipelines  first refresh  unchanged  new guidance  first page  restricted  what-if  heap MB',
  );
  let slow = false;
  for (const [name, connect] of clients) {
    for (const size of SIZES) {
      const knex = await connect();
      await migrate(knex);
      const m = await measure(size, knex, guidance);
      await knex.destroy();
      slow ||= Math.max(m.page, m.restricted) > FIRST_PAGE_LIMIT;
      const cells: [number, number][] = [
        [size, 11],
        [m.first, 15],
        [m.again, 11],
        [m.changed, 14],
        [m.page, 12],
        [m.restricted, 12],
        [m.asked, 9],
        [m.used / 1e6, 9],
      ];
      console.log(
        name.padEnd(16) +
          cells.map(([n, width]) => n.toFixed(0).padStart(width)).join(''),
      );
    }
  }
  if (slow) {
    console.error(`✖ a first page takes more than ${FIRST_PAGE_LIMIT} ms`);
    process.exitCode = 1;
  }
}

/** A schema of its own in the database, empty at the start. */
async function emptySchema(url: string): Promise<Knex> {
  const knex = createKnex({
    client: 'pg',
    connection: url,
    searchPath: ['ml_orchestrator_bench'],
  });
  await knex.raw('drop schema if exists ml_orchestrator_bench cascade');
  await knex.raw('create schema ml_orchestrator_bench');
  return knex;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});

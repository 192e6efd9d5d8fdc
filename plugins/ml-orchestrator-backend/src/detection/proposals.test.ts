import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { openDatabase } from '../database';
import { mlOrchestratorPlugin } from '../plugin';
import type { DetectedLink } from './detectLink';
import { DetectionStore } from './DetectionStore';

// Each test starts a backend, which takes a busy machine a while.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const link: DetectedLink = {
  orchestrator: 'step-functions',
  locator: 'churn',
  confidence: 'high',
  evidence: [{ path: 'train.asl.json', line: 6, found: 'x' }],
};

const component = (name: string, annotations = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});

/** Starts the backend on a database that knows proposals for these entities, of which the catalog shows some. */
async function start(
  shown: Entity[],
  known: string[],
  config: object = { detection: { enabled: true } },
) {
  const knex = await databases.init('SQLITE_3');
  const getClient = async () => knex;
  const store = new DetectionStore(await openDatabase({ getClient }));
  for (const name of known) {
    await store.save({
      entityRef: `component:default/${name}`,
      source: 'https://github.com/acme/a/',
      etag: 'c1',
      rules: '1',
      link,
      foundAt: '2026-11-24T12:00:00.000Z',
    });
  }
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }, options) => {
      // Whoever asks sees what the catalog shows them.
      expect(options).toMatchObject({ credentials: mockCredentials.user() });
      return {
        items: entityRefs.map(ref =>
          shown.find(({ metadata }) => ref.endsWith(`/${metadata.name}`)),
        ),
      };
    },
  });
  const run = jest.fn();
  const scheduler = mockServices.scheduler.mock({
    createScheduledTaskRunner: () => ({ run }),
  });
  const { server } = await startTestBackend({
    features: [
      mlOrchestratorPlugin,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.database.mock({ getClient }).factory,
      scheduler.factory,
      mockServices.rootConfig.factory({ data: { mlOrchestrator: config } }),
    ],
  });
  const get = (query = '') =>
    request(server).get(`/api/ml-orchestrator/proposals${query}`);
  return { get, run, scheduler };
}

const named = (body: { items: { entityRef: string }[] }) =>
  body.items.map(({ entityRef }) => entityRef.split('/')[1]);

describe('GET /proposals', () => {
  it('tells what was found, where, and how sure it is', async () => {
    const { get } = await start([component('a')], ['a']);
    const { status, body } = await get('?entity=Component:default/A');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          entityRef: 'component:default/a',
          orchestrator: 'step-functions',
          locator: 'churn',
          confidence: 'high',
          evidence: [{ path: 'train.asl.json', line: 6, found: 'x' }],
          etag: 'c1',
          foundAt: '2026-11-24T12:00:00.000Z',
        },
      ],
    });
    expect((await get('?entity=component:default/b')).body).toEqual({
      items: [],
    });
  });

  it('shows of the entities only those that the catalog shows', async () => {
    const known = Array.from({ length: 450 }, (_, n) => `e${1000 + n}`);
    const shown = ['e1003', 'e1210', 'e1420', 'e1449'];
    const { get } = await start(
      shown.map(name => component(name)),
      known,
    );
    const first = (await get('?limit=2')).body;
    expect(named(first)).toEqual(['e1003', 'e1210']);
    const second = (await get(`?limit=2&after=${first.nextCursor}`)).body;
    expect(named(second)).toEqual(['e1420', 'e1449']);
    expect(second.nextCursor).toBeUndefined();
    expect(named((await get()).body)).toEqual(shown);
    expect((await get('?entity=component:default/e1001')).body.items).toEqual(
      [],
    );
  });

  it('proposes nothing for what was linked or dismissed meanwhile', async () => {
    const { get } = await start(
      [
        component('a'),
        component('b', { 'ml-orchestrator/orchestrator': 'airflow-mwaa' }),
        component('c', { 'ml-orchestrator/detection': 'dismissed' }),
        component('d', { 'ml-orchestrator/detection': 'not step-functions' }),
        component('e', { 'ml-orchestrator/detection': 'not airflow-mwaa' }),
      ],
      ['a', 'b', 'c', 'd', 'e'],
    );
    expect(named((await get()).body)).toEqual(['a', 'e']);
  });

  it('proposes nothing once detection is off', async () => {
    const { get } = await start([component('a')], ['a'], {});
    expect((await get()).body).toEqual({ items: [] });
    expect((await get('?entity=component:default/a')).body).toEqual({
      items: [],
    });
  });

  it.each([
    ['?limit=0', 'limit: must be a whole number, 1 or more'],
    ['?limit=1&limit=2', 'limit: give it once'],
    ['?entity=churn', 'entity: '],
    ['?of=x', 'query: Unrecognized key'],
  ])('refuses %s', async (query, message) => {
    const { get } = await start([], []);
    const { status, body } = await get(query);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('wants to know who asks', async () => {
    const { get } = await start([], []);
    const { status } = await get().set(
      'authorization',
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });
});

describe('the schedule', () => {
  const tasks = (run: jest.Mock) => run.mock.calls.map(([{ id }]) => id);

  it('is none by default', async () => {
    const { run } = await start([], [], {});
    expect(tasks(run)).not.toContain('ml-orchestrator:detection');
  });

  it('is that of the configuration, once over all backends', async () => {
    const { run, scheduler } = await start([], [], {
      detection: {
        enabled: true,
        schedule: { frequency: { minutes: 7 }, timeout: { minutes: 2 } },
      },
    });
    expect(tasks(run)).toContain('ml-orchestrator:detection');
    expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith({
      frequency: { minutes: 7 },
      timeout: { minutes: 2 },
    });
  });

  it('is refused with a budget that is none', async () => {
    await expect(
      start([], [], { detection: { enabled: true, repositoriesPerRun: 0 } }),
    ).rejects.toThrow('mlOrchestrator.detection.repositoriesPerRun');
  });
});

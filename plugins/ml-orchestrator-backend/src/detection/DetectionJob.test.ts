import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { loadDefaultGuidance } from 'backstage-plugin-ml-orchestrator-node';
import { openDatabase } from '../database';
import { DetectionJob } from './DetectionJob';
import { DetectionStore } from './DetectionStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const signal = new AbortController().signal;
const ASL = `{ "StartAt": "Train", "States": { "Train": { "Type": "Task",
  "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "End": true } } }`;
const DAG = `from airflow.sdk import DAG, task
with DAG("nightly"):
    @task
    def train_model(): ...
    @task
    def register_model(): ...
`;

let localRoot: string;
let store: DetectionStore;
/** Repository → its files, or what asking for it fails with. */
let remote: Record<string, Record<string, string> | Error>;
let commit: string;
let asked: string[];
let read: string[];
let now: Date;

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        github: [{ host: 'github.com' }],
        gitlab: [{ host: 'gitlab.com' }],
      },
    },
  }),
);

const component = (
  name: string,
  location = `url:https://github.com/acme/${name}/blob/main/catalog-info.yaml`,
  annotations = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': location,
      ...annotations,
    },
  },
  spec: { type: 'ml-pipeline' },
});

/** Answers as the readers of source code hosts do. */
function answer(url: string, etag?: string) {
  const name = /\/acme\/([^/]+)\//.exec(url)![1];
  asked.push(name);
  const files = remote[name] ?? new NotFoundError('gone');
  if (files instanceof Error) {
    throw files;
  }
  if (etag === commit) {
    throw new NotModifiedError();
  }
  read.push(name);
  return Object.entries(files);
}

const reader = mockServices.urlReader.mock({
  readTree: async (url, options) => {
    const files = answer(url, options?.etag).filter(([path]) =>
      options!.filter!(path),
    );
    return {
      etag: commit,
      files: async () =>
        files.map(([path, text]) => ({
          path,
          content: async () => Buffer.from(text),
        })),
      archive: async () => {
        throw new Error('not used');
      },
      dir: async () => '',
    };
  },
});

function job(entities: Entity[], budget = 50) {
  return new DetectionJob({
    auth: mockServices.auth.mock(),
    catalog: catalogServiceMock({ entities }),
    guidance: {
      get: async () => ({
        guidance: await loadDefaultGuidance(),
        warnings: [],
        layers: [],
      }),
    } as never,
    integrations,
    localRoot,
    logger: mockServices.logger.mock(),
    reader,
    store,
    budget,
    now: () => now,
  });
}

const linkOf = async (name: string) =>
  (await store.get(`component:default/${name}`))?.link;

beforeEach(async () => {
  localRoot = await mkdtemp(join(tmpdir(), 'detection '));
  const knex = await databases.init('SQLITE_3');
  store = new DetectionStore(
    await openDatabase({ getClient: async () => knex }),
  );
  remote = {};
  commit = 'c1';
  asked = [];
  read = [];
  now = new Date('2026-11-24T12:00:00Z');
});
afterEach(() => rm(localRoot, { recursive: true, force: true }));

describe('DetectionJob', () => {
  it('finds what repositories run on, on every host', async () => {
    const gitlab =
      'url:https://gitlab.com/acme/b/-/blob/main/ml/catalog-info.yaml';
    remote = {
      a: { 'flow/train.asl.json': ASL, 'README.md': 'x' },
      b: { 'dags/nightly.py': DAG, 'tests/train.asl.json': ASL },
      c: { 'src/index.ts': 'export {}' },
    };
    expect(
      await job([component('a'), component('b', gitlab), component('c')]).run(
        signal,
      ),
    ).toEqual({ asked: 3, read: 3, failed: 0 });
    expect(await store.get('component:default/a')).toEqual({
      entityRef: 'component:default/a',
      source: 'https://github.com/acme/a/tree/main/',
      etag: 'c1',
      rules: '1',
      foundAt: '2026-11-24T12:00:00.000Z',
      link: {
        orchestrator: 'step-functions',
        confidence: 'high',
        evidence: [
          {
            path: 'flow/train.asl.json',
            line: 2,
            found: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
          },
        ],
      },
    });
    expect(await linkOf('b')).toMatchObject({
      orchestrator: 'airflow-mwaa',
      locator: 'nightly',
    });
    expect(await store.get('component:default/c')).toMatchObject({
      etag: 'c1',
    });
    expect(await linkOf('c')).toBeUndefined();
  });

  it('reads nothing that has not changed, and keeps the day it was found', async () => {
    remote = { a: { 'a.asl.json': ASL } };
    await job([component('a')]).run(signal);
    now = new Date('2026-11-25T12:00:00Z');
    expect(await job([component('a')]).run(signal)).toMatchObject({
      asked: 1,
      read: 0,
    });
    commit = 'c2';
    remote = { a: { 'moved/a.asl.json': ASL } };
    await job([component('a')]).run(signal);
    expect(read).toEqual(['a', 'a']);
    expect(await store.get('component:default/a')).toMatchObject({
      etag: 'c2',
      foundAt: '2026-11-24T12:00:00.000Z',
      link: { evidence: [{ path: 'moved/a.asl.json' }] },
    });
  });

  it('goes on where it stopped, and round again', async () => {
    const entities = ['a', 'b', 'c', 'd', 'e'].map(name => component(name));
    remote = Object.fromEntries('abcde'.split('').map(n => [n, {}]));
    for (const expected of [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'a'],
      ['b', 'c'],
    ]) {
      asked = [];
      await job(entities, 2).run(signal);
      expect(asked).toEqual(expected);
    }
    // The one it stopped at may be gone.
    asked = [];
    await job([component('b'), component('d')], 1).run(signal);
    expect(asked).toEqual(['d']);
  });

  it('stops when it is told to, and then goes on with the others', async () => {
    const controller = new AbortController();
    remote = {
      a: {},
      get b(): Record<string, string> {
        controller.abort();
        return { 'x.py': DAG };
      },
      c: {},
    };
    const entities = ['a', 'b', 'c'].map(name => component(name));
    await job(entities).run(controller.signal);
    expect(asked).toEqual(['a', 'b']);
    // One that takes longer than a run may must not be in the way for good.
    asked = [];
    await job(entities).run(signal);
    expect(asked).toEqual(['c', 'a', 'b']);
    expect(await linkOf('b')).toBeDefined();
  });

  it('is not stopped by a repository that fails', async () => {
    remote = {
      a: { 'a.asl.json': ASL },
      b: new Error('no access'),
      c: { 'a.asl.json': ASL },
    };
    const entities = ['a', 'b', 'c'].map(name => component(name));
    expect(await job(entities).run(signal)).toEqual({
      asked: 3,
      read: 2,
      failed: 1,
    });
    // What was known stays while it cannot be read, and goes when it is gone.
    remote = { a: new Error('no access'), b: new Error('no access') };
    await job(entities).run(signal);
    expect(await linkOf('a')).toBeDefined();
    expect(await linkOf('c')).toBeUndefined();
  });

  it('leaves a host alone that was asked too often, longer each time', async () => {
    const limited = new Error('429 Too Many Requests (rate limit exceeded)');
    const gitlab =
      'url:https://gitlab.com/acme/c/-/blob/main/catalog-info.yaml';
    remote = { a: limited, b: {}, c: {} };
    const entities = [component('a'), component('b'), component('c', gitlab)];
    const askedAt = async (time: string) => {
      asked = [];
      now = new Date(`2026-11-24T${time}Z`);
      await job(entities).run(signal);
      return asked.join('');
    };
    expect(await askedAt('12:00:00')).toBe('ac');
    expect(await askedAt('12:14:59')).toBe('c');
    expect(await askedAt('12:15:01')).toBe('ac');
    expect(await askedAt('12:45:00')).toBe('c');
    remote.a = {};
    expect(await askedAt('12:45:02')).toBe('abc');
    remote.a = limited;
    expect(await askedAt('13:00:00')).toBe('ac');
    expect((await store.hostPause('github.com'))?.minutes).toBe(15);
  });

  it('takes no number in an address for an answer', async () => {
    const address = 'https://github.com/acme/429/tree/main/';
    remote = {
      a: new Error(`Request failed for ${address}, 500 Server Error`),
      b: {},
    };
    await job([component('a'), component('b')]).run(signal);
    expect(asked).toEqual(['a', 'b']);
    remote.a = new Error(`Request failed for ${address}, 429 Slow down`);
    asked = [];
    await job([component('a'), component('b')]).run(signal);
    expect(asked).toEqual(['a']);
  });

  it('forgets what was linked or dismissed', async () => {
    remote = { a: { 'a.asl.json': ASL }, b: { 'a.asl.json': ASL } };
    await job([component('a'), component('b')]).run(signal);
    asked = [];
    await job([
      component('a', undefined, { 'ml-orchestrator/orchestrator': 'x' }),
      component('b', undefined, { 'ml-orchestrator/detection': 'dismissed' }),
    ]).run(signal);
    expect(asked).toEqual([]);
    expect(await store.withLinks('', 10)).toEqual([]);
  });

  it('judges anew when people rule an orchestrator out', async () => {
    remote = { a: { 'a.asl.json': ASL, 'dags/a.py': DAG } };
    await job([component('a')]).run(signal);
    expect(await linkOf('a')).toBeUndefined();
    const ruled = component('a', undefined, {
      'ml-orchestrator/detection': 'not step-functions',
    });
    await job([ruled]).run(signal);
    expect(await linkOf('a')).toMatchObject({ orchestrator: 'airflow-mwaa' });
  });

  it('judges anew when a part of a repository turns out to be another component', async () => {
    const at = (path: string) =>
      `url:https://github.com/acme/mono/blob/main/${path}catalog-info.yaml`;
    remote = { mono: { 'ml/train.asl.json': ASL } };
    const whole = component('whole', at(''));
    await job([whole]).run(signal);
    expect(await linkOf('whole')).toBeDefined();
    const part = component('part', at('ml/'));
    await job([whole, part]).run(signal);
    expect(await linkOf('whole')).toBeUndefined();
    read = [];
    await job([whole, part]).run(signal);
    expect(read).toEqual([]);
    await job([whole]).run(signal);
    expect(await linkOf('whole')).toBeDefined();
  });

  it('reads local repositories, and nothing else of this machine', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'elsewhere '));
    for (const folder of [join(localRoot, 'a/flow'), join(localRoot, 'b')]) {
      await mkdir(folder, { recursive: true });
    }
    await writeFile(join(localRoot, 'a/flow/train.asl.json'), ASL);
    await writeFile(join(outside, 'train.asl.json'), ASL);
    await symlink(
      join(outside, 'train.asl.json'),
      join(localRoot, 'b/train.asl.json'),
    );
    const entities = [
      component('a', `file:${join(localRoot, 'a/catalog-info.yaml')}`),
      component('b', `file:${join(localRoot, 'b/catalog-info.yaml')}`),
      component('c', `file:${join(outside, 'catalog-info.yaml')}`),
      component('d', `file:${join(localRoot, 'catalog-info.yaml')}`),
    ];
    expect(await job(entities).run(signal)).toMatchObject({
      asked: 2,
      read: 2,
    });
    expect(await linkOf('a')).toMatchObject({ orchestrator: 'step-functions' });
    expect(await linkOf('b')).toBeUndefined();
    expect(await job(entities).run(signal)).toMatchObject({
      asked: 2,
      read: 0,
    });
    await writeFile(join(localRoot, 'a/flow/train.asl.json'), '{}');
    await job(entities).run(signal);
    expect(await linkOf('a')).toBeUndefined();
    await rm(outside, { recursive: true });
  });
});

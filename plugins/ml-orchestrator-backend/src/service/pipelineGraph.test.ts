import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  NotAllowedError,
  NotFoundError,
  NotModifiedError,
} from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import plugin from '../index';

const MACHINE = { StartAt: 'A', States: { A: { Type: 'Succeed' } } };
const REMOTE = 'https://github.com/acme/ml/tree/main/churn/catalog-info.yaml';

const readUrl = jest.fn();
let root: string;
let server: Server;

const entity = (
  name: string,
  location: string | undefined,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      ...(location && { 'backstage.io/managed-by-location': location }),
      'ml-orchestrator/orchestrator': 'step-functions',
      ...annotations,
    },
  },
});
const definition = (path: string) => ({
  'ml-orchestrator/pipeline-definition': path,
});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pipeline graph '));
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const machine = JSON.stringify(MACHINE);
  await put('repositories/local/catalog-info.yaml', '');
  await put('repositories/local/workflow/pipeline.asl.json', machine);
  await put('repositories/local/broken.json', '{"StartAt": "A",');
  await put('repositories/local/wrong.json', '{"Steps": [{"Name": "A"}]}');
  await put('repositories/local/large.json', ' '.repeat(2 * 1024 * 1024 + 1));
  await put('repositories/empty/catalog-info.yaml', '');
  await put('outside/pipeline.json', machine);
  await symlink(
    join(root, 'outside'),
    join(root, 'repositories/local/elsewhere'),
  );
  const local = `file:${join(root, 'repositories/local/catalog-info.yaml')}`;
  const entities = [
    entity('local', local),
    entity('broken', local, definition('broken.json')),
    entity('wrong', local, definition('./wrong.json')),
    entity('large', local, definition('large.json')),
    entity('linked-out', local, definition('elsewhere/pipeline.json')),
    entity('climbs', local, definition('../../outside/pipeline.json')),
    entity(
      'empty',
      `file:${join(root, 'repositories/empty/catalog-info.yaml')}`,
    ),
    entity(
      'outside',
      `file:${join(root, 'outside/catalog-info.yaml')}`,
      definition('pipeline.json'),
    ),
    entity('remote', `url:${REMOTE}`, {
      // Anybody who can write the file can write this; it is not asked.
      'backstage.io/source-location': 'url:https://github.com/acme/secrets/',
    }),
    entity('airflow', `url:${REMOTE}`, {
      'ml-orchestrator/orchestrator': 'airflow-mwaa',
    }),
    entity('kubeflow', `url:${REMOTE}`, {
      'ml-orchestrator/orchestrator': 'kubeflow',
    }),
    entity('generated', undefined),
  ];
  const backend = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities }),
      mockServices.urlReader.mock({ readUrl }).factory,
      mockServices.rootConfig.factory({
        data: {
          mlOrchestrator: {
            localRepositories: { root: join(root, 'repositories') },
          },
          integrations: { github: [{ host: 'github.com' }] },
        },
      }),
    ],
  });
  server = (backend as unknown as { server: Server }).server;
});

afterAll(() => rm(root, { recursive: true }));
beforeEach(() => readUrl.mockReset());

const ask = (query: string) =>
  request(server).get(`/api/ml-orchestrator/pipeline-graph?${query}`);
const graphOf = async (name: string) => {
  const response = await ask(`entity=component:default/${name}`);
  expect(response.status).toBe(200);
  return response.body;
};
const remoteFile = (text: string, etag?: string) => ({
  buffer: async () => Buffer.from(text),
  ...(etag && { etag }),
});

describe('GET /pipeline-graph', () => {
  it('reads a local repository, and no path but where it is', async () => {
    expect(await graphOf('local')).toEqual({
      status: 'found',
      place: { path: 'workflow/pipeline.asl.json' },
      graph: {
        format: 'state-machine',
        nodes: [{ id: 'A', title: 'A', kind: 'success', type: 'Succeed' }],
        edges: [],
        groups: [],
      },
    });
    expect(readUrl).not.toHaveBeenCalled();
  });

  it.each([
    [
      'broken',
      'broken.json',
      { path: '', message: expect.stringContaining('is no JSON: ') },
    ],
    [
      'wrong',
      'wrong.json',
      { path: 'Steps.0.Type', message: expect.any(String) },
    ],
  ])('says what is wrong and where: %s', async (name, path, problem) => {
    expect(await graphOf(name)).toEqual({
      status: 'malformed',
      place: { path },
      problems: [problem],
    });
  });

  it('says where it looked in vain', async () => {
    expect(await graphOf('empty')).toEqual({
      status: 'missing',
      places: [{ path: 'workflow/pipeline.asl.json' }],
    });
  });

  it.each([
    ['climbs', { status: 'nowhere', reason: 'bad-path' }],
    ['kubeflow', { status: 'nowhere', reason: 'no-place' }],
    ['generated', { status: 'nowhere', reason: 'no-source' }],
    ['outside', { status: 'nowhere', reason: 'no-source' }],
    [
      'linked-out',
      { status: 'missing', places: [{ path: 'elsewhere/pipeline.json' }] },
    ],
    [
      'large',
      {
        status: 'unreadable',
        place: { path: 'large.json' },
        message: 'is larger than 2 MB',
      },
    ],
  ])('reads nothing that it should not: %s', async (name, answer) => {
    expect(await graphOf(name)).toEqual(answer);
  });

  it('reads beside the file that the catalog took, and again only when it changed', async () => {
    const url =
      'https://github.com/acme/ml/tree/main/churn/workflow/pipeline.asl.json';
    readUrl.mockResolvedValueOnce(remoteFile(JSON.stringify(MACHINE), 'v1'));
    const first = await graphOf('remote');
    expect(first).toMatchObject({ status: 'found', place: { url } });
    expect(readUrl).toHaveBeenCalledWith(url, { etag: undefined });

    readUrl.mockRejectedValueOnce(new NotModifiedError());
    expect(await graphOf('remote')).toEqual(first);
    expect(readUrl).toHaveBeenLastCalledWith(url, { etag: 'v1' });

    readUrl.mockResolvedValueOnce(remoteFile('[]', 'v2'));
    expect((await graphOf('remote')).graph.nodes).toEqual([]);
  });

  it('looks at the next place when there is nothing at the first', async () => {
    readUrl
      .mockRejectedValueOnce(new NotFoundError())
      .mockResolvedValueOnce(
        remoteFile('[{"dag": "a", "tasks": [{"task": "b", "operator": "C"}]}]'),
      );
    expect(await graphOf('airflow')).toMatchObject({
      status: 'found',
      place: { path: 'tests/golden/dags.json' },
    });
  });

  it('stops reading a response that is too large', async () => {
    const destroyed = jest.fn();
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(64 * 1024));
      },
      destroy: (error, done) => {
        destroyed();
        done(error);
      },
    });
    readUrl.mockResolvedValueOnce({ stream: () => endless });
    expect(await graphOf('airflow')).toMatchObject({
      status: 'unreadable',
      message: 'is larger than 2 MB',
    });
    expect(destroyed).toHaveBeenCalled();
  });

  it('keeps to itself what a host said', async () => {
    readUrl.mockRejectedValueOnce(new NotAllowedError('secret'));
    const refused = await graphOf('airflow');
    expect(refused.message).toContain('backend.reading.allow');
    readUrl.mockRejectedValueOnce(new Error('401 with token secret'));
    const failed = await graphOf('airflow');
    expect(failed.message).toContain('could not be read (Error)');
    expect(JSON.stringify([refused, failed])).not.toContain('secret');
  });

  it('is about one entity that the caller may see', async () => {
    expect((await ask('entity=component:default/nobody')).status).toBe(404);
    for (const query of ['', 'entity=', 'entity=churn', 'entity=a&entity=b']) {
      const { status, body } = await ask(query);
      expect(status).toBe(400);
      expect(body.error.message).toContain('entity: ');
    }
    const anonymous = await ask('entity=component:default/local').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(anonymous.status).toBe(401);
  });
});

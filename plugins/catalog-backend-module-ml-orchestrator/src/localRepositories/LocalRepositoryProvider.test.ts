import {
  mkdir,
  mkdtemp,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { LocalRepositoryProvider } from './LocalRepositoryProvider';
import { catalogModuleLocalRepositories } from './module';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'local repositories '));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const component = (name: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    backstage.io/techdocs-ref: dir:.
spec:
  type: ml-pipeline
  lifecycle: experimental
  owner: group:default/growth-analytics
`;

async function addRepository(name: string) {
  await mkdir(join(root, name), { recursive: true });
  await writeFile(join(root, name, 'catalog-info.yaml'), component(name));
}

async function connected(folder = root) {
  const connection = { applyMutation: jest.fn(), refresh: jest.fn() };
  let scan: () => Promise<void> = async () => {};
  const provider = new LocalRepositoryProvider({
    root: folder,
    logger: mockServices.logger.mock(),
    runner: {
      run: async task => {
        scan = async () => task.fn(new AbortController().signal);
      },
    },
  });
  await provider.connect(connection);
  return { connection, scan: () => scan() };
}

function targets(connection: { applyMutation: jest.Mock }) {
  const [{ entities }] = connection.applyMutation.mock.lastCall!;
  return entities.map(
    ({ entity }: { entity: { spec: { target: string } } }) =>
      entity.spec.target,
  );
}

describe('LocalRepositoryProvider', () => {
  it('registers the catalog-info.yaml of every repository', async () => {
    await addRepository('b');
    await addRepository('a');
    await mkdir(join(root, 'no-catalog-info'));
    await writeFile(join(root, 'a-file'), '');
    const { connection, scan } = await connected();
    await scan();
    expect(targets(connection)).toEqual([
      join(root, 'a', 'catalog-info.yaml'),
      join(root, 'b', 'catalog-info.yaml'),
    ]);
  });

  it('skips a repository that is being created', async () => {
    await addRepository('.draft');
    const { connection, scan } = await connected();
    await scan();
    expect(targets(connection)).toEqual([]);
    await rename(join(root, '.draft'), join(root, 'done'));
    await scan();
    expect(targets(connection)).toEqual([
      join(root, 'done', 'catalog-info.yaml'),
    ]);
  });

  it('finds nothing while the folder does not exist', async () => {
    const { connection, scan } = await connected(join(root, 'later'));
    await scan();
    expect(targets(connection)).toEqual([]);
  });

  it('is quiet when nothing changed, and forgets what is gone', async () => {
    await addRepository('a');
    const { connection, scan } = await connected();
    await scan();
    await scan();
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
    expect(connection.refresh).not.toHaveBeenCalled();
    await rm(join(root, 'a'), { recursive: true });
    await scan();
    expect(targets(connection)).toEqual([]);
  });

  it('refreshes an edited file', async () => {
    await addRepository('a');
    const { connection, scan } = await connected();
    await scan();
    const file = join(root, 'a', 'catalog-info.yaml');
    await utimes(file, new Date(), new Date(Date.now() + 5000));
    await scan();
    expect(connection.refresh).toHaveBeenCalledWith({
      keys: [`file:${file}`],
    });
    expect(connection.applyMutation).toHaveBeenCalledTimes(1);
  });

  it('tells the catalog again what it did not accept', async () => {
    await addRepository('a');
    const { connection, scan } = await connected();
    connection.applyMutation.mockRejectedValueOnce(new Error('database'));
    await expect(scan()).rejects.toThrow('database');
    await scan();
    expect(connection.applyMutation).toHaveBeenCalledTimes(2);
  });
});

describe('in a real catalog', () => {
  it('brings a new repository into the catalog within 20 seconds', async () => {
    const { server } = await startTestBackend({
      features: [
        catalogBackend,
        catalogModuleLocalRepositories,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            mlOrchestrator: { localRepositories: { root } },
          },
        }),
        databaseServiceFactory,
        // The mock runs tasks at the start only.
        schedulerServiceFactory,
      ],
    });
    await addRepository('churn-training');
    const url = `http://localhost:${server.port()}/api/catalog/entities/by-name/component/default/churn-training`;
    const started = Date.now();
    let entity;
    while (!entity && Date.now() - started < 20_000) {
      const response = await fetch(url);
      entity = response.ok ? await response.json() : undefined;
      await new Promise(done => setTimeout(done, 250));
    }
    expect(entity?.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `file:${join(
        root,
        'churn-training',
        'catalog-info.yaml',
      )}`,
    });
  }, 60_000);
});

import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Server } from 'node:http';
import request from 'supertest';
import plugin from '../index';
import { testDatabases } from '../__testUtils__/databases';
import { pipelineEntity } from '../__testUtils__/portfolio';

const databases = testDatabases();
const shared = databases
  .eachSupportedId()
  .filter(([id]) => id.startsWith('POSTGRES'));
const ENTITIES = [
  pipelineEntity('churn', { orchestrator: 'step-functions' }),
  pipelineEntity('limits'),
];

(shared.length ? describe : describe.skip)(
  'two backends on one PostgreSQL',
  () => {
    // Without PostgreSQL there is nothing that backends could share.
    it.each(shared.length ? shared : databases.eachSupportedId())(
      'do the work once, and serve the same, on %s',
      async id => {
        const knex = await databases.init(id);
        const catalog = catalogServiceMock({ entities: ENTITIES });
        const asked = jest.spyOn(catalog, 'queryEntities');
        const start = async () => {
          const backend = await startTestBackend({
            features: [
              plugin,
              databaseServiceFactory,
              schedulerServiceFactory,
              createServiceFactory({
                service: catalogServiceRef,
                deps: {},
                factory: () => catalog,
              }),
              mockServices.rootConfig.factory({
                data: {
                  backend: {
                    database: {
                      client: 'pg',
                      connection: knex.client.config.connection,
                      pluginDivisionMode: 'schema',
                      ensureSchemaExists: true,
                    },
                  },
                  mlOrchestrator: {
                    portfolio: {
                      schedule: {
                        frequency: { hours: 1 },
                        timeout: { minutes: 1 },
                      },
                    },
                  },
                },
              }),
            ],
          });
          return {
            stop: () => backend.stop(),
            get: async (path: string) => {
              const { server } = backend as unknown as { server: Server };
              const { body } = await request(server).get(
                `/api/ml-orchestrator/${path}`,
              );
              return body;
            },
          };
        };
        // One after the other: Backstage's scheduler cannot make its own tables twice at once.
        const backends = [await start(), await start()];
        const [one, two] = backends;
        try {
          for (let i = 0; i < 100; i++) {
            if ((await one.get('portfolio/summary')).refreshedAt) {
              break;
            }
            await new Promise(resolve => setTimeout(resolve, 200));
          }
          // Longer than an instance waits before it looks for work again.
          await new Promise(resolve => setTimeout(resolve, 7_000));

          expect(asked).toHaveBeenCalledTimes(1);
          const page = await one.get('portfolio');
          expect(page).toMatchObject({
            totalItems: 2,
            items: [
              { name: 'churn', verdict: 'unknown' },
              { name: 'limits', verdict: 'unlinked' },
            ],
          });
          expect(await two.get('portfolio')).toEqual(page);
          expect(await two.get('portfolio/summary')).toEqual(
            await one.get('portfolio/summary'),
          );
        } finally {
          await Promise.all(backends.map(backend => backend.stop()));
        }
      },
      120_000,
    );
  },
);

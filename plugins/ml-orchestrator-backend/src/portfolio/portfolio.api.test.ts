import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import type { Server } from 'node:http';
import request from 'supertest';
import plugin from '../index';
import { pipelineEntity } from '../__testUtils__/portfolio';

const API = '/api/ml-orchestrator';

/** What the default guidance makes of these is clear: see examples/pipelines.yaml. */
const SAGEMAKER =
  'policy=no-idle-cost,shape=gate,start=clock,steps=sagemaker,team=no-preference';
const ENTITIES = [
  pipelineEntity('churn-training', {
    title: 'Churn training',
    owner: 'growth',
    system: 'retention',
    orchestrator: 'sagemaker-pipelines',
    answers: SAGEMAKER,
    decidedOn: '2026-03-01',
  }),
  pipelineEntity('fraud-training', {
    title: '=Fraud, "training"',
    owner: 'risk',
    orchestrator: 'airflow-mwaa',
    answers: SAGEMAKER,
    reason: '@home it is paid for',
    decidedOn: '2026-05-01',
  }),
  pipelineEntity('segments', {
    owner: 'growth',
    orchestrator: 'step-functions',
    answers: SAGEMAKER,
  }),
  pipelineEntity('features', { owner: 'risk', orchestrator: 'step-functions' }),
  pipelineEntity('limits', { owner: 'user:default/ada' }),
];

/** A catalog that reads these entities as it would from anywhere. */
function entitiesModule(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => 'test',
            connect: async connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity: {
                    ...entity,
                    metadata: {
                      ...entity.metadata,
                      uid: undefined,
                      etag: undefined,
                      annotations: {
                        ...entity.metadata.annotations,
                        'backstage.io/managed-by-location':
                          'url:https://a.test',
                        'backstage.io/managed-by-origin-location':
                          'url:https://a.test',
                      },
                    },
                  } as Entity,
                  locationKey: 'test',
                })),
              }),
          });
        },
      });
    },
  });
}

/** Lets `user:default/risk` see what its group owns, and nobody else anything; others see all. */
const restricting = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const decide = (
      name: string,
      credentials: BackstageCredentials,
    ): PolicyDecision => {
      const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
      if (userEntityRef === 'user:default/nobody') {
        return { result: AuthorizeResult.DENY };
      }
      if (
        name !== 'catalog.entity.read' ||
        userEntityRef !== 'user:default/risk'
      ) {
        return { result: AuthorizeResult.ALLOW };
      }
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          resourceType: 'catalog-entity',
          rule: 'HAS_SPEC',
          params: { key: 'owner', value: 'risk' },
        },
      };
    };
    return {
      authorize: async (requests, { credentials }) =>
        requests.map(({ permission }) => {
          const { result } = decide(permission.name, credentials);
          return {
            result:
              result === AuthorizeResult.CONDITIONAL
                ? AuthorizeResult.DENY
                : result,
          };
        }),
      authorizeConditional: async (requests, { credentials }) =>
        requests.map(({ permission }) => decide(permission.name, credentials)),
    };
  },
});

describe('the portfolio over HTTP', () => {
  let server: Server;
  const get = (path: string, user = 'user:default/ada') =>
    request(server)
      .get(`${API}${path}`)
      .set('Authorization', mockCredentials.user.header(user));
  const ask = (body: object, user = 'user:default/ada') =>
    request(server)
      .post(`${API}/what-if`)
      .set('Authorization', mockCredentials.user.header(user))
      .send(body);
  const names = async (query: string, user?: string) => {
    const { status, body } = await get(`/portfolio${query}`, user);
    expect([status, body.error]).toEqual([200, undefined]);
    return body.items.map((row: { name: string }) => row.name);
  };

  beforeAll(async () => {
    const tasks: SchedulerServiceTaskInvocationDefinition[] = [];
    const backend = await startTestBackend({
      features: [
        plugin,
        mockServices.scheduler.mock({
          scheduleTask: async task => {
            tasks.push(task);
          },
        }).factory,
        catalogPlugin,
        entitiesModule(ENTITIES),
        restricting,
        mockServices.rootConfig.factory({
          data: {
            catalog: { processingInterval: { seconds: 1 } },
          },
        }),
      ],
    });
    server = (backend as unknown as { server: Server }).server;
    const portfolio = tasks.find(task => task.id.includes('portfolio'))!;
    // The catalog takes a moment to process what it was given.
    let known = 0;
    for (let i = 0; known < ENTITIES.length && i < 100; i++) {
      await new Promise(resolve => setTimeout(resolve, 300));
      await portfolio.fn(new AbortController().signal);
      known = (await get('/portfolio')).body.totalItems;
    }
  }, 60_000);

  describe('GET /portfolio', () => {
    it('gives rows, a page at a time, in the order asked for', async () => {
      expect(await names('')).toEqual([
        'fraud-training',
        'churn-training',
        'features',
        'limits',
        'segments',
      ]);
      expect(await names('?offset=1&limit=2')).toEqual([
        'churn-training',
        'features',
      ]);
      expect(await names('?sort=-decidedOn&limit=3')).toEqual([
        'fraud-training',
        'churn-training',
        'features',
      ]);
      expect(await names('?sort=verdict')).toEqual([
        'fraud-training',
        'churn-training',
        'segments',
        'features',
        'limits',
      ]);
      // Those without a value come last, either way.
      expect((await names('?sort=system'))[0]).toBe('churn-training');
      expect((await names('?sort=-system'))[0]).toBe('churn-training');
    });

    it('says what is known of a pipeline', async () => {
      const { body } = await get('/portfolio?search=segments');
      expect(body).toEqual({
        totalItems: 1,
        items: [
          {
            entityRef: 'component:default/segments',
            name: 'segments',
            owner: 'group:default/growth',
            type: 'ml-pipeline',
            orchestrator: 'step-functions',
            answers: SAGEMAKER,
            decidedBy: 'answers',
            verdict: 'no-longer-fits',
            wouldChoose: 'sagemaker-pipelines',
            reasons: expect.arrayContaining([
              expect.objectContaining({
                kind: 'evidence',
                orchestrator: 'sagemaker-pipelines',
                question: 'steps',
              }),
            ]),
            changes: [],
            verdictSince: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          },
        ],
      });
    });

    it.each([
      ['?entity=component:default/segments', ['segments']],
      [
        '?entity=Segments&entity=component:default/limits',
        ['limits', 'segments'],
      ],
      ['?entity=segments&owner=risk', []],
      ['?entity=resource:default/segments', []],
      ['?owner=growth', ['churn-training', 'segments']],
      [
        '?owner=group:default/growth&owner=user:default/ada',
        ['churn-training', 'limits', 'segments'],
      ],
      ['?system=retention', ['churn-training']],
      [
        '?system=&owner=growth&owner=risk',
        ['features', 'fraud-training', 'segments'],
      ],
      ['?orchestrator=step-functions', ['features', 'segments']],
      ['?orchestrator=', ['limits']],
      ['?verdict=unknown&verdict=unlinked', ['features', 'limits']],
      ['?decidedBy=override', ['fraud-training']],
      ['?decidedBy=', ['features', 'limits']],
      ['?owner=growth&verdict=no-longer-fits', ['segments']],
      ['?search=TRAINING%20growth', ['churn-training']],
      ['?search=%25', []],
      ["?search='%20or%201=1", []],
    ])('filters by %s', async (query, expected) => {
      expect((await names(query)).sort()).toEqual(expected);
    });

    it.each([
      ['?verdict=good', 'verdict.0: must be one of: fits, close'],
      ['?sort=age', 'sort: must be one of: title, owner'],
      ['?limit=0', 'limit: must be 1 or more'],
      ['?limit=501', 'limit: must be 500 or less'],
      ['?limit=many', 'limit: must be a whole number'],
      ['?offset=-1', 'offset: must be 0 or more'],
      ['?search=a&search=b', 'search: must be text'],
      ['?colour=red', '"colour"'],
    ])('refuses %s and names the field', async (query, message) => {
      const { status, body } = await get(`/portfolio${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain(message);
    });

    it('is for those who are signed in', async () => {
      const { status } = await request(server)
        .get(`${API}/portfolio`)
        .set('Authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    });
  });

  describe('GET /portfolio/summary', () => {
    it('counts what the filter takes', async () => {
      const { body } = await get('/portfolio/summary');
      expect(body).toMatchObject({
        total: 5,
        verdicts: {
          fits: 2,
          close: 0,
          'no-longer-fits': 1,
          unknown: 1,
          unlinked: 1,
        },
        orchestrators: [
          { value: 'step-functions', count: 2 },
          { count: 1, verdicts: { unlinked: 1 } },
          { value: 'airflow-mwaa', count: 1 },
          { value: 'sagemaker-pipelines', count: 1 },
        ],
        refreshedAt: expect.any(String),
      });
      expect(body.history.at(-1).counts).toHaveLength(5);
      const one = await get('/portfolio/summary?entity=segments');
      expect(one.body).toMatchObject({
        total: 1,
        systems: [{ count: 1 }],
      });
      const growth = await get('/portfolio/summary?owner=growth');
      expect(growth.body).toMatchObject({
        total: 2,
        owners: [{ value: 'group:default/growth', count: 2 }],
      });
    });
  });

  describe('GET /portfolio.csv', () => {
    it('holds all rows of the filter, with formulas disarmed', async () => {
      const { headers, text } = await get('/portfolio.csv?owner=risk');
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toContain('ml-pipelines.csv');
      const [header, fraud, features, ...rest] = text.split('\r\n');
      expect(header).toMatch(/^entityRef,name,title,owner/);
      expect(fraud).toContain(`"'=Fraud, ""training"""`);
      expect(fraud).toContain(`,'@home it is paid for,`);
      expect(features).toMatch(/^component:default\/features,features,,/);
      expect(rest).toEqual(['']);
    });
  });

  describe('POST /what-if', () => {
    const HOLD =
      'orchestrators:\n  - id: sagemaker-pipelines\n    ring: hold\n';

    it('says which verdicts a layer would change, and why', async () => {
      const { status, body } = await ask({ layers: [HOLD] });
      expect([status, body.error]).toEqual([200, undefined]);
      expect(body).toMatchObject({
        total: 5,
        totalItems: 3,
        verdicts: {
          before: { fits: 2, 'no-longer-fits': 1 },
          after: { unknown: 1, unlinked: 1 },
        },
      });
      expect(
        body.items.find(
          (row: { name: string }) => row.name === 'churn-training',
        ),
      ).toMatchObject({
        entityRef: 'component:default/churn-training',
        before: { verdict: 'fits', wouldChoose: 'sagemaker-pipelines' },
        after: { verdict: 'no-longer-fits' },
        differences: [
          {
            kind: 'ring',
            orchestrator: 'sagemaker-pipelines',
            before: 'recommended',
            after: 'hold',
          },
        ],
      });
      expect(
        body.transitions.reduce(
          (n: number, t: { count: number }) => n + t.count,
          0,
        ),
      ).toBe(3);
      // It was only asked: nothing has changed.
      expect(await names('?verdict=fits')).toContain('churn-training');
    });

    it('takes contents, filters and pages', async () => {
      const { body } = await ask({
        layers: [
          { orchestrators: [{ id: 'sagemaker-pipelines', ring: 'hold' }] },
        ],
        owner: ['growth'],
        limit: 1,
      });
      expect(body).toMatchObject({ total: 2, totalItems: 2 });
      expect(body.items).toHaveLength(1);
    });

    it('says where a layer is wrong, in words and for pages', async () => {
      const { status, body } = await ask({
        layers: [
          HOLD,
          'title: Ours\norchestrators:\n  - id: airflow-mwaa\n    ring: maybe\n',
        ],
      });
      expect(status).toBe(400);
      expect(body.error.message).toMatch(
        /layers\.1:4:5: orchestrators\.2\.ring/,
      );
      expect(body.error.problems).toEqual([
        expect.objectContaining({ file: 'layers.1', line: 4, column: 5 }),
      ]);
    });

    it.each([
      [{}, 'layers: must be a list of guidance layers'],
      [{ layers: [] }, 'layers: must hold at least one layer'],
      [{ layers: [7] }, 'layers.0: must be the text of a YAML file'],
      [{ layers: [HOLD], verdict: ['good'] }, 'verdict.0: must be one of'],
      [{ layers: [HOLD], limit: 1.5 }, 'limit: must be a whole number'],
      [
        { layers: ['x'.repeat(1024 * 1024)] },
        'must not be larger than 1024 KiB',
      ],
    ])('refuses what is wrong (%#)', async (sent, message) => {
      const { status, body } = await ask(sent);
      expect([400, 413]).toContain(status);
      expect(body.error.message).toContain(message);
    });

    it('is for the owners of the guidance', async () => {
      const { status, body } = await ask(
        { layers: [HOLD] },
        'user:default/nobody',
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain(
        'ml-orchestrator.guidance.owner.read',
      );
    });
  });

  describe('under a policy that restricts what the catalog shows', () => {
    const risk = 'user:default/risk';
    const nobody = 'user:default/nobody';

    it('shows the same pipelines everywhere', async () => {
      expect((await names('', risk)).sort()).toEqual([
        'features',
        'fraud-training',
      ]);
      const { body: summary } = await get('/portfolio/summary', risk);
      expect(summary).toMatchObject({
        total: 2,
        owners: [{ value: 'group:default/risk', count: 2 }],
      });
      expect(
        summary.history
          .at(-1)
          .counts.reduce((n: number, c: { count: number }) => n + c.count, 0),
      ).toBe(2);
      const { text } = await get('/portfolio.csv', risk);
      expect(text.trim().split('\r\n')).toHaveLength(3);
      const { body: changed } = await ask(
        {
          layers: [
            { orchestrators: [{ id: 'sagemaker-pipelines', ring: 'hold' }] },
          ],
        },
        risk,
      );
      expect(changed).toMatchObject({ total: 2, totalItems: 1 });
      expect(JSON.stringify([summary, text, changed])).not.toContain('churn');
    });

    it('cannot be asked around by a filter', async () => {
      expect(await names('?entity=segments', risk)).toEqual([]);
      expect(await names('?owner=growth', risk)).toEqual([]);
      expect(await names('?search=churn', risk)).toEqual([]);
    });

    it('shows nothing to those who may see nothing', async () => {
      expect(await names('', nobody)).toEqual([]);
      const { body } = await get('/portfolio/summary', nobody);
      expect(body).toMatchObject({ total: 0, history: [] });
    });
  });
});

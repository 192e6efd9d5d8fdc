import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Server } from 'node:http';
import request from 'supertest';
import plugin from './index';

const BASE = '/api/ml-orchestrator';

describe('the HTTP API', () => {
  let server: Server;

  beforeAll(async () => {
    ({ server } = (await startTestBackend({
      features: [plugin],
    })) as unknown as {
      server: Server;
    });
  });

  const recommend = (body: string | object) =>
    request(server)
      .post(`${BASE}/recommend`)
      .set('Content-Type', 'application/json')
      .send(body);
  const tree = (query: string) =>
    request(server).get(`${BASE}/decision-tree?${query}`);

  it.each(['/guidance', '/decision-tree'])(
    'asks for credentials at %s',
    async path => {
      const response = await request(server)
        .get(BASE + path)
        .set('Authorization', mockCredentials.none.header());
      expect(response.status).toBe(401);
    },
  );

  it('asks for credentials before it reads a body', async () => {
    const response = await recommend('x'.repeat(100_000)).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(response.status).toBe(401);
  });

  it('tells its health to anyone', async () => {
    const response = await request(server)
      .get(`${BASE}/health`)
      .set('Authorization', mockCredentials.none.header());
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: 'ok', guidance: 'ok' });
  });

  it('serves the guidance, and nothing when it is unchanged', async () => {
    const response = await request(server).get(`${BASE}/guidance`);
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      guidance: { orchestrators: expect.any(Array) },
      warnings: expect.any(Array),
      layers: [{ location: 'default', status: 'loaded' }],
    });
    const again = await request(server)
      .get(`${BASE}/guidance`)
      .set('If-None-Match', response.headers.etag);
    expect(again.status).toBe(304);
  });

  it('recommends', async () => {
    const {
      body: { guidance },
    } = await request(server).get(`${BASE}/guidance`);
    const scenario = guidance.scenarios.find(
      (s: { expect: { orchestrator?: string } }) => s.expect.orchestrator,
    );
    const response = await recommend({ answers: scenario.answers });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      status: 'recommended',
      winner: scenario.expect.orchestrator,
    });
  });

  it.each([
    [
      { answers: { nonsense: 'x' } },
      /answers\.nonsense: unknown question .*known are: policy/,
    ],
    [
      { answers: { policy: 'x' } },
      /answers\.policy: unknown option "x"; known are: none/,
    ],
    [
      { answers: { constructor: 'x' } },
      /answers\.constructor: unknown question/,
    ],
    [{ answers: { policy: 1 } }, /answers\.policy: must be an option id/],
    [{ answers: [] }, /answers: /],
    [{ answers: 'policy=none' }, /answers: /],
    [{}, /answers: /],
    [[], /body: .*expected object/],
    [{ answers: {}, more: 1 }, /body: .*"more"/],
    ['{"answers": ', /body: is not valid JSON/],
    ['', /answers: must be an object/],
  ])('refuses the body %j and names the field', async (body, message) => {
    const response = await recommend(body);
    expect(response.status).toBe(400);
    expect(response.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it('asks for JSON when the body is something else', async () => {
    const response = await request(server)
      .post(`${BASE}/recommend`)
      .set('Content-Type', 'text/plain')
      .send('policy=none');
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('application/json');
  });

  it('names the limit when a body is too large', async () => {
    const response = await recommend({
      answers: { policy: 'x'.repeat(70_000) },
    });
    expect(response.status).toBe(413);
    expect(response.body.error.message).toBe(
      'body: must not be larger than 64 KiB',
    );
  });

  it('serves the decision tree, whole, cut to a budget, and from answers on', async () => {
    const whole = await tree('nodeBudget=99999999999999999999');
    expect(whole.status).toBe(200);
    expect(whole.body).toMatchObject({ truncated: false });

    const cut = await tree('nodeBudget=1');
    expect(cut.body.truncated).toBe(true);

    const below = await tree('answers=policy%3Dnone&nodeBudget=500');
    expect(below.status).toBe(200);
    const root = below.body.nodes.find(
      (n: { id: string }) => n.id === below.body.root,
    );
    expect(root.question).not.toBe('policy');
  });

  it.each([
    ['answers=nonsense%3Dx', /answers\.nonsense: unknown question/],
    ['answers=policy', /answers\.0: must look like question=option/],
    ['answers=a%3Db&answers=c%3Dd', /answers: give it once/],
    ['nodeBudget=0', /nodeBudget: must be a whole number/],
    ['nodeBudget=1e3', /nodeBudget: must be a whole number/],
  ])('refuses the query %s and names the field', async (query, message) => {
    const response = await tree(query);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(message);
  });

  it('starts with broken guidance, and says so', async () => {
    const { server: other } = await startTestBackend({
      features: [
        plugin,
        mockServices.rootConfig.factory({
          data: { mlOrchestrator: { guidance: { layers: ['missing.yaml'] } } },
        }),
      ],
    });
    const health = await request(other).get(`${BASE}/health`);
    expect(health.body).toEqual({ status: 'ok', guidance: 'refused' });
    const { body } = await request(other).get(`${BASE}/guidance`);
    expect(body.guidance.orchestrators).toHaveLength(3);
    expect(body.warnings[0]).toMatchObject({
      severity: 'error',
      code: 'unreadable',
      file: 'missing.yaml',
    });
  });

  it('estimates what the orchestration costs', async () => {
    const response = await request(server)
      .post(`${BASE}/estimate`)
      .send({ runsPerMonth: 1000, stepsPerRun: 20 });
    expect(response.status).toBe(200);
    const standard = response.body.offers.find(
      (o: { offer: string }) => o.offer === 'Standard workflow',
    );
    expect(standard.usd).toBeCloseTo(0.4, 10);
    expect(response.body.workload.region).toBe('us-east-1');
  });

  it.each([
    [{ runsPerMonth: 'many' }, /runsPerMonth: must be a whole number/],
    [{ region: 'moon' }, /region: must look like/],
    [{ runs: 3 }, /runs/],
  ])('refuses the workload %j and names the field', async (body, message) => {
    const response = await request(server).post(`${BASE}/estimate`).send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(message);
  });
});

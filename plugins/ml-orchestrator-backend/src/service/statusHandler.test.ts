import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import request from 'supertest';
import plugin from '../index';

const STATUS = '/api/ml-orchestrator/guidance/status';

const folder = createMockDirectory();
const layer = folder.resolve('ours.yaml');

/** Starts a backend with one layer; `refresh` does what the schedule would. */
async function start(
  text: string,
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  folder.setContent({ 'ours.yaml': text });
  const tasks: SchedulerServiceTaskInvocationDefinition[] = [];
  const backend = await startTestBackend({
    features: [
      plugin,
      mockServices.rootConfig.factory({
        data: { mlOrchestrator: { guidance: { layers: [layer] } } },
      }),
      mockServices.permissions.factory({ result }),
      mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.push(task);
        },
        triggerTask: async () => {},
      }).factory,
    ],
  });
  return {
    server: (backend as unknown as { server: Server }).server,
    refresh: async () => {
      const task = tasks.find(
        ({ id }) => id === 'ml-orchestrator-guidance-refresh',
      );
      await task!.fn(new AbortController().signal);
    },
  };
}

describe('GET /guidance/status', () => {
  it('is for the owners of the guidance only', async () => {
    const { server } = await start('title: Ours', AuthorizeResult.DENY);
    const denied = await request(server).get(STATUS);
    expect(denied.status).toBe(403);
    expect(denied.body.error.message).toContain(
      'ml-orchestrator.guidance.owner.read',
    );
    expect(JSON.stringify(denied.body)).not.toContain('ours.yaml');

    const anonymous = await request(server)
      .get(STATUS)
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    // The guide itself stays open to all.
    const guide = await request(server).get('/api/ml-orchestrator/guidance');
    expect(guide.status).toBe(200);
  });

  it('makes its permission known to policies', async () => {
    const { server } = await start('title: Ours');
    const { body } = await request(server).get(
      '/api/ml-orchestrator/.well-known/backstage/permissions/metadata',
    );
    expect(body.permissions).toContainEqual(
      expect.objectContaining({
        name: 'ml-orchestrator.guidance.owner.read',
        attributes: { action: 'read' },
      }),
    );
  });

  it('follows a layer that changes, without a restart', async () => {
    const { server, refresh } = await start('title: Ours');
    const title = async () =>
      (await request(server).get('/api/ml-orchestrator/guidance')).body.guidance
        .title;
    const status = async () => (await request(server).get(STATUS)).body;

    expect(await title()).toBe('Ours');
    expect(await status()).toMatchObject({
      layers: [
        { location: 'default', status: 'loaded' },
        { location: layer, status: 'loaded', loadedAt: expect.any(String) },
      ],
      refresh: {
        outcome: 'changed',
        at: expect.any(String),
        nextAt: expect.any(String),
      },
      warnings: [],
      status: { counts: { orchestrators: 3 }, onHold: [] },
    });

    writeFileSync(
      layer,
      'title: Newer\norchestrators:\n  - id: airflow-mwaa\n    ring: hold\n',
    );
    await refresh();
    expect(await title()).toBe('Newer');
    const changed = await status();
    expect(changed.status.onHold).toEqual(['airflow-mwaa']);
    expect(changed.refresh.outcome).toBe('changed');
    // The default's scenarios that Airflow won are news to the owners.
    expect(
      changed.status.scenarios.filter((s: { holds: boolean }) => !s.holds)
        .length,
    ).toBeGreaterThan(0);

    writeFileSync(layer, 'title: [');
    await refresh();
    expect(await title()).toBe('Newer');
    expect(await status()).toMatchObject({
      layers: [{}, { location: layer, status: 'failed' }],
      refresh: { outcome: 'refused' },
      warnings: expect.arrayContaining([
        expect.objectContaining({ severity: 'error', code: 'syntax', line: 1 }),
      ]),
      status: { onHold: ['airflow-mwaa'] },
    });
  });
});

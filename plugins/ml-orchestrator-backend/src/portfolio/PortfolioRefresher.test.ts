import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { testDatabases } from '../__testUtils__/databases';
import {
  ChangingGuidance,
  pipelineEntity,
  tinyGuidance,
} from '../__testUtils__/portfolio';
import { migrate } from '../database';
import { OwnerNotifier } from './OwnerNotifier';
import { PortfolioQueries } from './PortfolioQueries';
import { PortfolioRefresher } from './PortfolioRefresher';
import { PortfolioStore } from './PortfolioStore';
import { summarise } from './summary';
import { toPortfolioRow } from './tables';

const databases = testDatabases();
const ALL = {
  filters: {},
  sort: { by: 'title' as const, descending: false },
};

const FITS = pipelineEntity('churn', {
  title: 'Churn',
  owner: 'growth',
  system: 'retention',
  orchestrator: 'alpha',
  answers: 'where=alpha',
  decidedOn: '2026-03-01',
});
const OVERRIDE = pipelineEntity('fraud', {
  owner: 'user:default/ada',
  orchestrator: 'alpha',
  answers: 'where=beta',
  reason: 'Paid for.',
});
const UNKNOWN = pipelineEntity('features', {
  owner: 'growth',
  orchestrator: 'beta',
});
const UNLINKED = pipelineEntity('limits');
const OTHER = { ...pipelineEntity('website'), spec: { type: 'website' } };

describe.each(databases.eachSupportedId())('PortfolioRefresher on %s', id => {
  async function setup(
    entities: Entity[] = [FITS, OVERRIDE, UNKNOWN, UNLINKED, OTHER],
  ) {
    const knex = await databases.init(id as TestDatabaseId);
    await migrate(knex);
    const guidance = new ChangingGuidance();
    const store = new PortfolioStore(knex);
    const queries = new PortfolioQueries(knex);
    const notifications = { send: jest.fn().mockResolvedValue(undefined) };
    const logger = mockServices.logger.mock();
    const world = { entities, day: '2026-11-24' };
    const options = {
      auth: mockServices.auth(),
      guidance,
      logger,
      store,
      types: ['ml-pipeline'],
      notifier: new OwnerNotifier({
        logger,
        notifications,
        path: '/ml/pipelines',
      }),
      now: () => new Date(`${world.day}T12:00:00Z`),
    };
    const refresher = () =>
      new PortfolioRefresher({
        ...options,
        catalog: catalogServiceMock({ entities: world.entities }),
      });
    return {
      ...{
        guidance,
        knex,
        logger,
        notifications,
        options,
        queries,
        store,
        world,
      },
      refresh: (signal?: AbortSignal) => refresher().refresh(signal),
      rows: async () => (await queries.rows(ALL, 'all')).map(toPortfolioRow),
      history: async () =>
        summarise([], await queries.history({}, 'all')).history,
    };
  }

  it('keeps a row of each ML pipeline, with its verdict', async () => {
    const { refresh, rows, store } = await setup();
    expect(await refresh()).toEqual({
      outcome: 'finished',
      seen: 4,
      written: 4,
      removed: 0,
    });
    expect(await rows()).toEqual([
      {
        entityRef: 'component:default/churn',
        name: 'churn',
        title: 'Churn',
        owner: 'group:default/growth',
        system: 'system:default/retention',
        type: 'ml-pipeline',
        orchestrator: 'alpha',
        answers: 'where=alpha',
        decidedBy: 'answers',
        decidedOn: '2026-03-01',
        verdict: 'fits',
        wouldChoose: 'alpha',
        reasons: [],
        changes: [],
        verdictSince: '2026-11-24',
      },
      expect.objectContaining({
        name: 'features',
        verdict: 'unknown',
        answers: '',
        reasons: [{ kind: 'no-answers' }],
      }),
      expect.objectContaining({
        name: 'fraud',
        owner: 'user:default/ada',
        decidedBy: 'override',
        overrideReason: 'Paid for.',
        verdict: 'fits',
        wouldChoose: 'beta',
      }),
      {
        entityRef: 'component:default/limits',
        name: 'limits',
        type: 'ml-pipeline',
        answers: '',
        verdict: 'unlinked',
        reasons: [],
        changes: [],
        verdictSince: '2026-11-24',
      },
    ]);
    expect(await store.state()).toMatchObject({
      finished_at: '2026-11-24T12:00:00.000Z',
    });
  });

  it('writes only what changed, and forgets what is gone', async () => {
    const { refresh, rows, world } = await setup();
    await refresh();
    expect(await refresh()).toMatchObject({ written: 0, removed: 0 });

    world.entities = [
      {
        ...FITS,
        metadata: { ...FITS.metadata, title: 'Churn 2', etag: 'etag-2' },
      },
      OVERRIDE,
      // Made anew under the same name.
      pipelineEntity('features', { uid: 'another', orchestrator: 'beta' }),
    ];
    expect(await refresh()).toEqual({
      outcome: 'finished',
      seen: 3,
      written: 2,
      removed: 1,
    });
    expect((await rows()).map(r => r.title ?? r.name)).toEqual([
      'Churn 2',
      'features',
      'fraud',
    ]);
  });

  it('goes on where it was stopped, and removes nothing before it has seen all', async () => {
    const many = [...Array(1200).keys()].map(i =>
      pipelineEntity(`p-${String(i).padStart(4, '0')}`),
    );
    const { options, queries, refresh, world } = await setup(many);
    const stop = new AbortController();
    const catalog = catalogServiceMock({ entities: many });
    const ask = catalog.queryEntities.bind(catalog);
    jest.spyOn(catalog, 'queryEntities').mockImplementation(async (...args) => {
      const page = await ask(...args);
      stop.abort();
      return page;
    });
    const stopped = await new PortfolioRefresher({
      ...options,
      catalog,
    }).refresh(stop.signal);
    expect(stopped).toEqual({
      outcome: 'stopped',
      seen: 500,
      written: 500,
      removed: 0,
    });
    expect(await refresh()).toMatchObject({ seen: 1200, written: 700 });
    expect(await queries.count({}, 'all')).toBe(1200);

    // Nothing of the catalog can be had: the rows stay.
    world.entities = [];
    const aborted = AbortSignal.abort();
    expect(await refresh(aborted)).toMatchObject({ outcome: 'stopped' });
    expect(await queries.count({}, 'all')).toBe(1200);
  });

  it('follows the guidance, and keeps what changed it', async () => {
    const { guidance, knex, refresh, rows, world } = await setup();
    await refresh();
    world.day = '2026-11-25';
    guidance.change(tinyGuidance({ alpha: 'hold' }));
    expect(await refresh()).toMatchObject({ written: 4 });
    const [churn, features] = await rows();
    expect(churn).toMatchObject({
      verdict: 'no-longer-fits',
      wouldChoose: 'beta',
      verdictSince: '2026-11-25',
      changes: [
        {
          kind: 'ring',
          orchestrator: 'alpha',
          before: 'recommended',
          after: 'hold',
        },
      ],
    });
    expect(features).toMatchObject({
      verdict: 'unknown',
      verdictSince: '2026-11-24',
      changes: [],
    });
    // Guidance that nothing was judged under is not kept.
    expect(await knex('portfolio_guidance').select()).toHaveLength(1);

    // What changed it stays known while the verdict stays.
    world.day = '2026-11-26';
    guidance.change({ ...tinyGuidance({ alpha: 'hold', beta: 'allowed' }) });
    await refresh();
    expect((await rows())[0]).toMatchObject({
      verdictSince: '2026-11-25',
      changes: [{ kind: 'ring', orchestrator: 'alpha' }],
    });
  });

  it('judges anew what another version of the code has judged, and tells nobody', async () => {
    const { guidance, knex, notifications, refresh, rows } = await setup();
    await refresh();
    const before = await rows();
    const byOther = () =>
      knex('portfolio_entities')
        .where('entity_ref', 'component:default/churn')
        .update({ judged_by: 0, verdict: 'close', reasons: '[]' });
    await byOther();
    expect(await refresh()).toMatchObject({ written: 1 });
    expect(await rows()).toEqual(before);
    expect(await refresh()).toMatchObject({ written: 0 });

    // With a guidance that changed as well nobody could say which of them it was.
    await byOther();
    guidance.change(tinyGuidance({ beta: 'allowed' }));
    await refresh();
    expect((await rows())[0]).toMatchObject({ verdict: 'fits' });
    expect(notifications.send).not.toHaveBeenCalled();
  });

  it('does not judge by guidance that only stands in', async () => {
    const { guidance, logger, refresh, rows } = await setup();
    await refresh();
    const before = await rows();
    guidance.change(tinyGuidance({ alpha: 'hold' }), { standsIn: true });
    expect(await refresh()).toMatchObject({ outcome: 'refused', written: 0 });
    expect(await rows()).toEqual(before);
    expect(logger.warn).toHaveBeenCalled();
  });

  it('does not begin with guidance that only stands in', async () => {
    const { guidance, notifications, refresh, rows } = await setup();
    guidance.change(tinyGuidance({ alpha: 'hold' }), { standsIn: true });
    expect(await refresh()).toMatchObject({ outcome: 'refused' });
    expect(await rows()).toEqual([]);
    guidance.change(tinyGuidance());
    expect(await refresh()).toMatchObject({ outcome: 'finished' });
    expect(notifications.send).not.toHaveBeenCalled();
  });

  it('judges by the last good guidance while what came after is refused', async () => {
    const { guidance, refresh, rows } = await setup();
    await refresh();
    const at = new Date(0).toISOString();
    guidance.change(tinyGuidance({ alpha: 'hold' }), {
      refresh: { at, outcome: 'refused' },
    });
    expect(await refresh()).toMatchObject({ outcome: 'finished' });
    expect((await rows())[0]).toMatchObject({ verdict: 'no-longer-fits' });
  });

  it('keeps a history by day', async () => {
    const { guidance, history, queries, refresh, world } = await setup();
    await refresh();
    const unlinked = { verdict: 'unlinked', count: 1 };
    const unknown = { orchestrator: 'beta', verdict: 'unknown', count: 1 };
    const first = {
      day: '2026-11-24',
      counts: [
        { orchestrator: 'alpha', verdict: 'fits', count: 2 },
        unknown,
        unlinked,
      ],
    };
    expect(await history()).toEqual([first]);

    world.day = '2026-11-26';
    guidance.change(tinyGuidance({ alpha: 'hold' }));
    await refresh();
    // What happens twice on a day counts as it ends.
    world.entities = [FITS, UNKNOWN, UNLINKED];
    await refresh();
    const second = {
      day: '2026-11-26',
      counts: [
        { orchestrator: 'alpha', verdict: 'no-longer-fits', count: 1 },
        unknown,
        unlinked,
      ],
    };
    expect(await history()).toEqual([first, second]);

    // Of a filter's pipelines, and of those that somebody may see.
    const growth = await queries.history(
      { owner: ['group:default/growth'] },
      'all',
    );
    expect(summarise([], growth).history[0].counts).toEqual([
      { orchestrator: 'alpha', verdict: 'fits', count: 1 },
      unknown,
    ]);
    const seen = await queries.history({}, ['uid-features']);
    expect(summarise([], seen).history).toEqual([
      { day: '2026-11-24', counts: [unknown] },
    ]);
  });

  describe('tells owners', () => {
    const hold = tinyGuidance({ alpha: 'hold' });

    it('once of what a changed guidance changed, all in one', async () => {
      const second = pipelineEntity('churn-b', {
        owner: 'growth',
        orchestrator: 'alpha',
        answers: 'where=alpha',
      });
      const { guidance, notifications, refresh } = await setup([
        FITS,
        second,
        OVERRIDE,
        UNKNOWN,
      ]);
      await refresh();
      expect(notifications.send).not.toHaveBeenCalled();
      guidance.change(hold);
      await refresh();
      await refresh();
      expect(notifications.send.mock.calls).toEqual([
        [
          {
            recipients: { type: 'entity', entityRef: 'group:default/growth' },
            payload: expect.objectContaining({
              title: expect.stringContaining('2 pipelines'),
              description:
                'Churn: would now be beta (before: fits), since alpha went from recommended to hold; churn-b: would now be beta (before: fits), since alpha went from recommended to hold',
              link: '/ml/pipelines?owner=group%3Adefault%2Fgrowth',
            }),
          },
        ],
        [
          expect.objectContaining({
            recipients: { type: 'entity', entityRef: 'user:default/ada' },
          }),
        ],
      ]);
    });

    it('again, if that could not be sent, and not if the change was taken back', async () => {
      const { guidance, notifications, refresh } = await setup([FITS]);
      await refresh();
      guidance.change(hold);
      notifications.send.mockRejectedValueOnce(new Error('Not Found'));
      expect(await refresh()).toMatchObject({ outcome: 'finished' });
      guidance.change(tinyGuidance());
      await refresh();
      expect(notifications.send).toHaveBeenCalledTimes(1);
      guidance.change(hold);
      await refresh();
      expect(notifications.send).toHaveBeenCalledTimes(2);
    });

    it('nothing of what they decided themselves', async () => {
      const { guidance, notifications, refresh, world } = await setup([FITS]);
      await refresh();
      guidance.change(hold);
      world.entities = [
        pipelineEntity('churn', {
          owner: 'growth',
          orchestrator: 'alpha',
          answers: 'where=beta',
          etag: 'etag-2',
        }),
      ];
      await refresh();
      expect(notifications.send).not.toHaveBeenCalled();
    });
  });
});

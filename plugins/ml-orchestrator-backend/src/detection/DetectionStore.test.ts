import { testDatabases } from '../__testUtils__/databases';
import { openDatabase } from '../database';
import { DetectionStore } from './DetectionStore';

const databases = testDatabases();

const link = {
  orchestrator: 'step-functions',
  confidence: 'high',
  evidence: [{ path: 'a.asl.json', line: 1, found: 'x' }],
} as const;

const entity = (entityRef: string, more: object = {}) => ({
  entityRef,
  source: 'https://example.com/a/',
  etag: '1',
  rules: '1',
  ...more,
});

const detected = (entityRef: string) =>
  entity(entityRef, {
    link: { ...link, evidence: [...link.evidence] },
    foundAt: '2026-11-24T00:00:00.000Z',
  });

describe.each(databases.eachSupportedId())('DetectionStore on %s', id => {
  async function emptyStore() {
    const knex = await databases.init(id);
    return new DetectionStore(
      await openDatabase({ getClient: async () => knex }),
    );
  }

  it('keeps what was found, in the place of what was known', async () => {
    const store = await emptyStore();
    expect(await store.get('component:default/a')).toBeUndefined();
    await store.save(entity('component:default/a'));
    await store.save(detected('component:default/a'));
    expect(await store.get('component:default/a')).toEqual(
      detected('component:default/a'),
    );
    await store.save(entity('component:default/a', { etag: '2' }));
    expect(await store.get('component:default/a')).toEqual(
      entity('component:default/a', { etag: '2' }),
    );
    await store.remove('component:default/a');
    expect(await store.get('component:default/a')).toBeUndefined();
  });

  it('lists what there is to propose, from one on', async () => {
    const store = await emptyStore();
    await store.save(detected('component:default/c'));
    await store.save(entity('component:default/b'));
    await store.save(detected('component:default/a'));
    await store.save(detected('component:default/d'));
    expect(await store.withLinks('', 2)).toEqual([
      detected('component:default/a'),
      detected('component:default/c'),
    ]);
    expect(await store.withLinks('component:default/c', 2)).toEqual([
      detected('component:default/d'),
    ]);
  });

  it('forgets those that are gone, however many', async () => {
    const store = await emptyStore();
    const names = Array.from(
      { length: 510 },
      (_, n) => `component:default/e${n}`,
    );
    await Promise.all(names.map(name => store.save(entity(name))));
    await store.keepOnly(new Set(['component:default/e7']));
    expect(await store.get('component:default/e7')).toBeDefined();
    expect(await store.get('component:default/e8')).toBeUndefined();
    expect(await store.get('component:default/e509')).toBeUndefined();
  }, 60_000);

  it('remembers where it was, and whom to leave alone', async () => {
    const store = await emptyStore();
    expect(await store.cursor()).toBe('');
    await store.setCursor('component:default/a');
    await store.setCursor('component:default/b');
    expect(await store.cursor()).toBe('component:default/b');
    const pause = { until: '2026-11-24T01:00:00.000Z', minutes: 15 };
    await store.setHostPause('github.com', pause);
    expect(await store.hostPause('github.com')).toEqual(pause);
    expect(await store.hostPause('gitlab.com')).toBeUndefined();
    await store.setHostPause('github.com', undefined);
    expect(await store.hostPause('github.com')).toBeUndefined();
  });
});

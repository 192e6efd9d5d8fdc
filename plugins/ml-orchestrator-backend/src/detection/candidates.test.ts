import type { Entity } from '@backstage/catalog-model';
import { findCandidates } from './candidates';

const at = (name: string, folder?: string, annotations = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations: { folder: folder ?? '', ...annotations } },
  spec: { type: name.startsWith('site') ? 'website' : 'ml-pipeline' },
});

const find = (entities: Entity[], types?: Set<string>) =>
  findCandidates(
    entities,
    ({ metadata }) => {
      const folder = metadata.annotations?.folder;
      return folder
        ? { type: 'github', folder, place: folder, host: 'h' }
        : undefined;
    },
    types,
  );

const names = (entities: Entity[], types?: Set<string>) =>
  find(entities, types).map(({ entityRef }) => entityRef.split('/')[1]);

describe('findCandidates', () => {
  it('takes entities that are neither linked nor dismissed, in order', () => {
    expect(
      names([
        at('b', 'b/'),
        at('a', 'a/'),
        at('nowhere'),
        at('linked', 'l/', { 'ml-orchestrator/orchestrator': 'x' }),
        at('no', 'n/', { 'ml-orchestrator/detection': 'dismissed' }),
        at('partly', 'p/', { 'ml-orchestrator/detection': 'not x, y' }),
      ]),
    ).toEqual(['a', 'b', 'partly']);
  });

  it('knows which orchestrators people ruled out', () => {
    const [one] = find([
      at('a', 'a/', { 'ml-orchestrator/detection': 'not x, y' }),
    ]);
    expect([...one.dismissed]).toEqual(['x', 'y']);
  });

  it('takes the types that are asked for', () => {
    expect(
      names([at('a', 'a/'), at('site', 's/')], new Set(['website'])),
    ).toEqual(['site']);
  });

  it('leaves folders of which several components are made', () => {
    const linked = { 'ml-orchestrator/orchestrator': 'x' };
    expect(
      names([
        at('a', 'a/'),
        at('site', 'a/'),
        at('b', 'b/'),
        at('c', 'b/', linked),
      ]),
    ).toEqual([]);
  });

  it('leaves to components what is described deeper down', () => {
    const [root] = find([
      at('a', 'r/'),
      at('b', 'r/fraud/'),
      at('site', 'r/fraud/ui/'),
      at('c', 'rest/'),
    ]);
    expect(root.owns('pipeline.py')).toBe(true);
    expect(root.owns('fraudulent/pipeline.py')).toBe(true);
    expect(root.owns('fraud/pipeline.py')).toBe(false);
  });
});

import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';
import { withOrchestratorRelations } from './withOrchestratorRelations';

const OURS = ['orchestrates', 'orchestratedBy'];

describe('withOrchestratorRelations', () => {
  it('adds ours to what Backstage knows', () => {
    const api = new DefaultCatalogGraphApi(withOrchestratorRelations());
    expect(api.knownRelations).toEqual(
      expect.arrayContaining([...ALL_RELATIONS, ...OURS]),
    );
    expect(api.knownRelationPairs).toEqual([...ALL_RELATION_PAIRS, OURS]);
    expect(api.defaultRelations).toEqual(expect.arrayContaining(OURS));
  });

  it('leaves the relations of others alone, and adds ours once', () => {
    const options = withOrchestratorRelations({
      knownRelations: ['paysFor', 'paidBy'],
      knownRelationPairs: [['paysFor', 'paidBy']],
      defaultRelationTypes: { exclude: ['paidBy'] },
    });
    expect(options).toEqual({
      knownRelations: ['paysFor', 'paidBy', 'orchestratedBy', 'orchestrates'],
      knownRelationPairs: [['paysFor', 'paidBy'], OURS],
      defaultRelationTypes: { exclude: ['paidBy'] },
    });
    expect(withOrchestratorRelations(options)).toEqual(options);
  });
});

import { mergeGuidanceLayers } from './mergeGuidanceLayers';

const base = {
  title: 'Guide',
  orchestrators: [
    { id: 'a', title: 'A', ring: 'allowed', bestAt: ['x', 'y'] },
    { id: 'b', title: 'B', ring: 'recommended' },
  ],
  criteria: [{ id: 'c', values: { a: { value: '1' }, b: { value: '2' } } }],
  questions: [
    {
      id: 'q',
      options: [{ id: 'o', evidence: { a: { effect: 'for' }, b: {} } }],
    },
    { id: 'r', options: [] },
  ],
  scenarios: [
    { id: 's', answers: { q: 'o', r: 'p' }, expect: { orchestrator: 'a' } },
    { id: 't', answers: {}, expect: { orchestrator: 'b' } },
  ],
  prices: [{ id: 'p', orchestrator: 'a', usd: 1 }],
  hybrids: [{ id: 'h', orchestrators: ['a', 'b'] }],
};

describe('mergeGuidanceLayers', () => {
  it('overrides fields of an item by id and keeps the others and the order', () => {
    const merged = mergeGuidanceLayers(base, {
      orchestrators: [{ id: 'a', ring: 'hold' }],
    });
    expect(merged.orchestrators).toEqual([
      { ...base.orchestrators[0], ring: 'hold' },
      base.orchestrators[1],
    ]);
    expect(merged.criteria).toEqual(base.criteria);
  });

  it('appends new items', () => {
    const merged = mergeGuidanceLayers(base, {
      orchestrators: [{ id: 'c', title: 'C' }],
    });
    expect(merged.orchestrators).toEqual([
      ...base.orchestrators,
      { id: 'c', title: 'C' },
    ]);
  });

  it('merges maps by key and drops an entry set to null', () => {
    const merged = mergeGuidanceLayers(base, {
      criteria: [{ id: 'c', values: { a: null, b: { detail: 'more' } } }],
    });
    expect(merged.criteria).toEqual([
      { id: 'c', values: { b: { value: '2', detail: 'more' } } },
    ]);
  });

  it('keeps a price of null, which means unknown', () => {
    const merged = mergeGuidanceLayers(base, {
      prices: [{ id: 'p', usd: null }],
    });
    expect(merged.prices).toEqual([{ id: 'p', orchestrator: 'a', usd: null }]);
  });

  it('replaces scalars, plain lists, and lists set to empty', () => {
    const merged = mergeGuidanceLayers(base, {
      title: 'Ours',
      orchestrators: [{ id: 'a', bestAt: ['z'] }],
      scenarios: [],
    });
    expect(merged).toMatchObject({
      title: 'Ours',
      orchestrators: [{ id: 'a', bestAt: ['z'] }, { id: 'b' }],
    });
    expect(merged.scenarios).toEqual([]);
  });

  it('drops a removed orchestrator and everything that refers to it', () => {
    const merged = mergeGuidanceLayers(base, {
      orchestrators: [{ id: 'a', remove: true }],
    });
    expect(merged).toEqual({
      ...base,
      orchestrators: [base.orchestrators[1]],
      criteria: [{ id: 'c', values: { b: { value: '2' } } }],
      questions: [
        { id: 'q', options: [{ id: 'o', evidence: { b: {} } }] },
        base.questions[1],
      ],
      scenarios: [base.scenarios[1]],
      prices: [],
      hybrids: [],
    });
  });

  it('drops the answers to a removed question', () => {
    const merged = mergeGuidanceLayers(base, {
      questions: [{ id: 'r', remove: true }],
    });
    expect(merged.scenarios).toEqual([
      { ...base.scenarios[0], answers: { q: 'o' } },
      base.scenarios[1],
    ]);
  });

  it('keeps an id that the overlay repeats, for lint to report', () => {
    const merged = mergeGuidanceLayers(base, {
      terms: [{ id: 'x' }, { id: 'x' }],
    });
    expect(merged.terms).toEqual([{ id: 'x' }, { id: 'x' }]);
  });

  it('changes neither argument and is not fooled by special keys', () => {
    const overlay = JSON.parse('{"__proto__": {"polluted": true}, "terms": 1}');
    const before = structuredClone(base);
    const merged = mergeGuidanceLayers(base, overlay);
    expect(base).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(merged.terms).toBe(1);
  });
});

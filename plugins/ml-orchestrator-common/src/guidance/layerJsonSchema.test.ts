import { z } from 'zod';
import { guidanceLayerJsonSchema } from './layerJsonSchema';

describe('guidanceLayerJsonSchema', () => {
  const schema = guidanceLayerJsonSchema();
  // Read back, the schema must mean what it was made to mean.
  const accepts = (layer: unknown) =>
    z.fromJSONSchema(schema as any).safeParse(layer).success;

  it.each([
    ['nothing at all', {}],
    ['a part of an entry', { orchestrators: [{ id: 'a', ring: 'hold' }] }],
    ['a removal', { terms: [{ id: 'dag', remove: true }] }],
    ['a cleared list', { scenarios: [] }],
    ['a dropped key', { orchestrators: [{ id: 'a', ringReason: null }] }],
    [
      'a dropped value of a map',
      { criteria: [{ id: 'c', values: { a: null, b: { rating: 'weak' } } }] },
    ],
    [
      'part of an option',
      { questions: [{ id: 'q', options: [{ id: 'o', label: 'L' }] }] },
    ],
    ['an unknown price', { prices: [{ id: 'p', usd: null }] }],
  ])('accepts %s', (_, layer) => {
    expect(accepts(layer)).toBe(true);
  });

  it.each([
    ['an unknown key', { orchestrator: [] }],
    ['an unknown field', { orchestrators: [{ id: 'a', colour: 'red' }] }],
    ['an entry without an id', { orchestrators: [{ ring: 'hold' }] }],
    ['an unknown ring', { orchestrators: [{ id: 'a', ring: 'maybe' }] }],
    ['a wrong type', { orchestrators: [{ id: 'a', bestAt: 'everything' }] }],
    ['a false removal', { terms: [{ id: 'dag', remove: false }] }],
    [
      'an unknown effect',
      {
        questions: [
          { id: 'q', options: [{ id: 'o', evidence: { a: { effect: 'x' } } }] },
        ],
      },
    ],
    ['a list for the whole', []],
  ])('rejects %s', (_, layer) => {
    expect(accepts(layer)).toBe(false);
  });
});

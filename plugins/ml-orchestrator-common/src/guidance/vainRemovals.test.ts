import { findVainRemovals } from './vainRemovals';

const base = {
  orchestrators: [{ id: 'airflow-mwaa' }, { id: 'step-functions' }],
  questions: [{ id: 'policy', options: [{ id: 'none' }, { id: 'portable' }] }],
};

describe('findVainRemovals', () => {
  it('is content with what can be removed', () => {
    const layer = {
      orchestrators: [{ id: 'airflow-mwaa', remove: true }],
      questions: [{ id: 'policy', options: [{ id: 'none', remove: true }] }],
    };
    expect(findVainRemovals(base, layer)).toEqual([]);
  });

  it('names the entry that was probably meant, at any depth', () => {
    const layer = {
      orchestrators: [
        { id: 'step-functions' },
        { id: 'airflow', remove: true },
      ],
      questions: [{ id: 'policy', options: [{ id: 'non', remove: true }] }],
      terms: [{ id: 'dag', remove: true }],
    };
    expect(findVainRemovals(base, layer)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        code: 'nothing-to-remove',
        path: ['orchestrators', 1, 'id'],
        hint: 'There are: airflow-mwaa, step-functions.',
      }),
      expect.objectContaining({
        path: ['questions', 0, 'options', 0, 'id'],
        message: '"non" cannot be removed, since nothing has this id',
        hint: 'Did you mean "none"?',
      }),
      expect.objectContaining({
        path: ['terms', 0, 'id'],
        hint: 'There is nothing to remove here.',
      }),
    ]);
  });

  it('finds nulls that drop nothing, such as a comma in a text makes', () => {
    const layer = {
      orchestrators: [{ id: 'airflow-mwaa', ringReason: null }],
      questions: [
        {
          id: 'policy',
          options: [
            {
              id: 'none',
              evidence: { a: { because: 'Paid', 'idle or not': null } },
            },
          ],
        },
      ],
      prices: [{ id: 'hour', usd: null }],
    };
    const below = {
      ...base,
      orchestrators: [{ id: 'airflow-mwaa', ringReason: 'So it is.' }],
    };
    expect(findVainRemovals(below, layer)).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: '"idle or not" cannot be removed, since nothing has this key',
        path: ['questions', 0, 'options', 0, 'evidence', 'a', 'idle or not'],
      }),
    ]);
  });
});

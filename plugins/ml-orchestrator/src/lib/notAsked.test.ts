import { guidanceFixture } from '../__fixtures__';
import { notAsked } from './notAsked';

describe('notAsked', () => {
  it('tells questions that do not apply from those that cannot matter', () => {
    expect(
      notAsked(guidanceFixture, { reach: 'aws' }).map(n => [
        n.question.id,
        n.why,
      ]),
    ).toEqual([
      ['loops', 'cannot-matter'],
      ['airflow-today', 'cannot-matter'],
      ['policy', 'not-applicable'],
    ]);
  });
});

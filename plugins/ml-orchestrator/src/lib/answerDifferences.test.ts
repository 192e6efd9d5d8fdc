import { guidanceFixture } from '../__fixtures__';
import { answerDifferences } from './answerDifferences';

describe('answerDifferences', () => {
  it('names both answers, or that there is none', () => {
    expect(
      answerDifferences(
        guidanceFixture,
        { reach: 'sagemaker', loops: 'no' },
        { reach: 'sagemaker', loops: 'yes', policy: 'nothing' },
      ).map(({ question, theirs, yours }) => [question, theirs, yours]),
    ).toEqual([
      ['loops', 'No loops', 'Yes, it loops'],
      ['policy', undefined, 'Nothing special'],
    ]);
  });
});

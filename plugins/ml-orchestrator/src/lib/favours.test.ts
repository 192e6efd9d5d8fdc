import { englishTranslate as t } from '../__testUtils__/translate';
import { guidanceFixture } from '../__fixtures__';
import { optionHint } from './favours';
import { findQuestion } from './words';

describe('optionHint', () => {
  it.each([
    ['reach', 'sagemaker', 'favours SageMaker Pipelines'],
    ['reach', 'beyond', 'favours MWAA; rules out SageMaker Pipelines'],
    ['loops', 'no', 'speaks against Step Functions'],
    ['policy', 'open-source', 'rules out Step Functions'],
    ['policy', 'nothing', ''],
  ])('says of %s=%s: %s', (questionId, optionId, hint) => {
    const option = findQuestion(guidanceFixture, questionId)?.options.find(
      o => o.id === optionId,
    );
    expect(option && optionHint(t, guidanceFixture, option)).toBe(hint);
  });
});

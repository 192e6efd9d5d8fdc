import { recommend } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import { questionStep } from './questionStep';

const step = (answers: Record<string, string>, editing?: string) =>
  questionStep(
    guidanceFixture,
    answers,
    recommend(guidanceFixture, answers),
    editing,
  );

describe('questionStep', () => {
  it('begins with the first question', () => {
    expect(step({})).toEqual({ question: 'reach', number: 1 });
  });

  it('goes on with what the engine asks', () => {
    expect(step({ reach: 'sagemaker' })).toEqual({
      question: 'loops',
      number: 2,
      previous: 'reach',
    });
  });

  it('goes back to the answer being changed', () => {
    expect(step({ reach: 'sagemaker', loops: 'no' }, 'reach')).toEqual({
      question: 'reach',
      number: 1,
      previous: undefined,
    });
  });

  it('ends when nothing can change the winner', () => {
    expect(step({ reach: 'sagemaker', loops: 'no' })).toBeUndefined();
  });
});

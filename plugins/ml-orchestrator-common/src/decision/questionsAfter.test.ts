import fc from 'fast-check';
import { arbitraryGuidance } from '../__testUtils__/guidanceArbitrary';
import type { Answers, Guidance } from '../guidance/types';
import { nextQuestion } from './nextQuestion';
import { questionsAfter } from './questionsAfter';

/** Asks on, every way there is, and counts. */
function mostQuestions(guidance: Guidance, answers: Answers): number {
  const next = nextQuestion(guidance, answers);
  return next === undefined ? 0 : 1 + mostAfter(guidance, answers, next);
}

function mostAfter(guidance: Guidance, answers: Answers, question: string) {
  const { options } = guidance.questions.find(q => q.id === question)!;
  return Math.max(
    ...options.map(option =>
      mostQuestions(guidance, { ...answers, [question]: option.id }),
    ),
  );
}

describe('questionsAfter', () => {
  it('is what asking every way there is comes to', () => {
    fc.assert(
      fc.property(arbitraryGuidance(), guidance => {
        const first = nextQuestion(guidance, {});
        fc.pre(first !== undefined);
        expect(questionsAfter(guidance, {}, first!)).toBe(
          mostAfter(guidance, {}, first!),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is nothing for a question that nobody knows', () => {
    fc.assert(
      fc.property(arbitraryGuidance(), guidance => {
        expect(questionsAfter(guidance, {}, 'nobody-asks-this')).toBe(0);
      }),
      { numRuns: 5 },
    );
  });
});

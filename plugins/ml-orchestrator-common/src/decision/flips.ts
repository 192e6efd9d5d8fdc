import type { Answers, Guidance } from '../guidance/types';
import { applicableQuestions } from './applicable';
import { startFrom, winnerOf } from './model';
import type { Flip } from './types';

/** Every change of a single counted answer that would change the recommendation, in guidance order. */
export function findFlips(guidance: Guidance, answers: Answers): Flip[] {
  const outcome = (changed: Answers) => {
    const { model, state } = startFrom(guidance, changed);
    const winner = winnerOf(model, state);
    return winner === undefined ? undefined : model.orchestrators[winner];
  };
  const now = outcome(answers);

  return applicableQuestions(guidance, answers).flatMap(question => {
    const from = answers[question.id];
    if (!question.options.some(option => option.id === from)) {
      return [];
    }
    return question.options.flatMap((option): Flip[] => {
      const then = outcome({ ...answers, [question.id]: option.id });
      if (option.id === from || then === now) {
        return [];
      }
      return [
        {
          question: question.id,
          from,
          to: option.id,
          ...(then === undefined ? {} : { winner: then }),
        },
      ];
    });
  });
}

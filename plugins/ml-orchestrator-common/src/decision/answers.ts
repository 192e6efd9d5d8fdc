import type { Answers, Guidance } from '../guidance/types';

/** Something wrong with a set of answers, and where. */
export interface AnswerProblem {
  /** The offending field, such as `answers.triggering`. */
  field: string;
  message: string;
}

/** Answers in the compact form of annotations and links: `question=option,…`, sorted by question. */
export function formatAnswers(answers: Answers): string {
  return Object.entries(answers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([question, option]) => `${question}=${option}`)
    .join(',');
}

/**
 * Reads the compact form. Parts that are not `question=option` are dropped:
 * an address typed by hand must never break a page. Use {@link checkAnswers}
 * to report what does not exist.
 */
export function parseAnswers(compact: string | null | undefined): Answers {
  const pairs = (compact ?? '')
    .split(',')
    .map(part => part.trim().split('='))
    .filter(pair => pair.length === 2 && pair[0] && pair[1]);
  return Object.fromEntries(pairs.map(([q, o]) => [q.trim(), o.trim()]));
}

/** Reports question and option ids that the guidance does not know, with the known ones. */
export function checkAnswers(
  guidance: Guidance,
  answers: Answers,
): AnswerProblem[] {
  return Object.entries(answers).flatMap(([questionId, optionId]) => {
    const field = `answers.${questionId}`;
    const question = guidance.questions.find(q => q.id === questionId);
    if (!question) {
      const known = guidance.questions.map(q => q.id).join(', ');
      return [
        {
          field,
          message: `unknown question "${questionId}"; known are: ${known}`,
        },
      ];
    }
    if (!question.options.some(o => o.id === optionId)) {
      const known = question.options.map(o => o.id).join(', ');
      return [
        {
          field,
          message: `unknown option "${optionId}"; known are: ${known}`,
        },
      ];
    }
    return [];
  });
}

import type { Answers, Guidance } from '../guidance/types';
import { applicableQuestions } from './applicable';

/**
 * Question ids of a smallest set of answers that together rule out everything
 * that may be recommended; empty where the answers leave something. With several
 * smallest sets, the one whose questions come first.
 */
export function smallestConflict(
  guidance: Guidance,
  answers: Answers,
): string[] {
  const targets = guidance.orchestrators
    .filter(o => o.ring !== 'hold')
    .map(o => o.id);
  // What a set of answers covers → the smallest such set, answer by answer.
  let smallest = new Map<string, string[]>([['', []]]);
  for (const question of applicableQuestions(guidance, answers)) {
    const option = question.options.find(o => o.id === answers[question.id]);
    const rulesOut = targets.filter(
      id => option && option.evidence[id]?.effect === 'rules-out',
    );
    if (rulesOut.length === 0) {
      continue;
    }
    const extended = new Map(smallest);
    for (const [covered, questions] of smallest) {
      const ids = new Set([...covered.split(',').filter(Boolean), ...rulesOut]);
      const key = targets.filter(id => ids.has(id)).join();
      const known = extended.get(key);
      if (!known || known.length > questions.length + 1) {
        extended.set(key, [...questions, question.id]);
      }
    }
    smallest = extended;
  }
  return smallest.get(targets.join()) ?? [];
}

import type { Answers, Question } from '../guidance/types';

/**
 * The questions that apply under the given answers, in guidance order: those
 * without `askWhen`, and those whose `askWhen` question itself applies and was
 * answered with one of the options named. `askWhen` looks back only, to an
 * earlier question (`lintGuidance` says so), hence one pass is enough.
 */
export function applicableQuestions<Q extends Pick<Question, 'id' | 'askWhen'>>(
  guidance: { questions: readonly Q[] },
  answers: Answers,
): Q[] {
  const applicable = new Map<string, Q>();
  for (const question of guidance.questions) {
    const when = question.askWhen;
    const answer = when && answers[when.question];
    if (
      !when ||
      (applicable.has(when.question) &&
        answer !== undefined &&
        when.options.includes(answer))
    ) {
      applicable.set(question.id, question);
    }
  }
  return [...applicable.values()];
}

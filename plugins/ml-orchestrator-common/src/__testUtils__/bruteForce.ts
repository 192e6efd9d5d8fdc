import { applicableQuestions } from '../decision/applicable';
import { EFFECT_WEIGHTS } from '../decision/weights';
import type { Answers, Guidance } from '../guidance/types';

/** The oracle: the winner, worked out straight from the words of the design; undefined on conflict. */
export function plainWinner(
  guidance: Guidance,
  answers: Answers,
): string | undefined {
  const effects = (id: string) =>
    applicableQuestions(guidance, answers).flatMap(q => {
      const evidence = q.options.find(o => o.id === answers[q.id])?.evidence[
        id
      ];
      return evidence ? [evidence.effect] : [];
    });
  const scored = guidance.orchestrators
    .filter(o => o.ring !== 'hold' && !effects(o.id).includes('rules-out'))
    .map(o => ({
      id: o.id,
      score: effects(o.id).reduce((sum, e) => sum + EFFECT_WEIGHTS[e], 0),
    }));
  const best = Math.max(...scored.map(s => s.score));
  return scored.find(s => s.score === best)?.id;
}

/** Every way of answering all questions that apply, given the answers so far. */
export function* completions(
  guidance: Guidance,
  answers: Answers,
): Generator<Answers> {
  const open = applicableQuestions(guidance, answers).find(
    q => answers[q.id] === undefined,
  );
  if (!open) {
    yield answers;
    return;
  }
  for (const option of open.options) {
    yield* completions(guidance, { ...answers, [open.id]: option.id });
  }
}

/** Every outcome that some completion reaches; `undefined` stands for a conflict. */
export function reachableOutcomes(
  guidance: Guidance,
  answers: Answers,
): Set<string | undefined> {
  const outcomes = new Set<string | undefined>();
  for (const complete of completions(guidance, answers)) {
    outcomes.add(plainWinner(guidance, complete));
  }
  return outcomes;
}

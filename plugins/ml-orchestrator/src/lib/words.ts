import type {
  Answers,
  Effect,
  Guidance,
  Question,
  Rating,
  Ring,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';

/** A sign and a word; the sign never stands alone. */
export interface Badge {
  sign: string;
  word: string;
}

const RING_SIGNS: Readonly<Record<Ring, string>> = {
  recommended: '●',
  allowed: '○',
  hold: '‖',
};

/** How a ring is shown. */
export function ringBadge(t: Translate, ring: Ring): Badge {
  return { sign: RING_SIGNS[ring], word: t(`shared.ring.${ring}`) };
}

const RATING_SIGNS: Readonly<Record<Rating, string>> = {
  strong: '●',
  partial: '◐',
  weak: '○',
};

/** How a rating is shown. */
export function ratingBadge(t: Translate, rating: Rating): Badge {
  return { sign: RATING_SIGNS[rating], word: t(`shared.rating.${rating}`) };
}

/** How an effect reads behind a reason. */
export function effectWords(t: Translate, effect: Effect): string {
  return t(`shared.effect.${effect}`);
}

/** Short title of an orchestrator, for table heads, lists and graphs. */
export function orchestratorShortTitle(guidance: Guidance, id: string): string {
  const orchestrator = guidance.orchestrators.find(o => o.id === id);
  return orchestrator?.shortTitle ?? orchestrator?.title ?? id;
}

/** The question with an id. */
export function findQuestion(
  guidance: Guidance,
  id: string | undefined,
): Question | undefined {
  return guidance.questions.find(q => q.id === id);
}

/** Label of an option; its id if the guidance does not know it. */
export function optionLabel(
  guidance: Guidance,
  question: string,
  option: string,
): string {
  return (
    findQuestion(guidance, question)?.options.find(o => o.id === option)
      ?.label ?? option
  );
}

/** One given answer in words. */
export interface AnswerInWords {
  /** Question id. */
  question: string;
  /** The question as asked. */
  text: string;
  /** The label of the option chosen. */
  label: string;
}

/** The answers in words, in the order in which the guide asks. Answers it does not know are left out. */
export function answersInWords(
  guidance: Guidance,
  answers: Answers,
): AnswerInWords[] {
  return guidance.questions.flatMap(question => {
    const option = question.options.find(o => o.id === answers[question.id]);
    return option
      ? [{ question: question.id, text: question.text, label: option.label }]
      : [];
  });
}

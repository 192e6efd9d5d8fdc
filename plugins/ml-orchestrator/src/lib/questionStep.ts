import { applicableQuestions } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';

/** The question to show, and where it stands. */
export interface QuestionStep {
  /** Question id. */
  question: string;
  /** Counted from 1. */
  number: number;
  /** The answered question before it. */
  previous?: string;
}

/**
 * Which question to show: the one whose answer is being changed, else the one that
 * the engine asks next; `undefined` when it is time for the result.
 */
export function questionStep(
  guidance: Guidance,
  answers: Answers,
  recommendation: Recommendation,
  editing: string | undefined,
): QuestionStep | undefined {
  const answered = applicableQuestions(guidance, answers)
    .map(q => q.id)
    .filter(id => Object.hasOwn(answers, id));
  const position = editing === undefined ? -1 : answered.indexOf(editing);
  const question =
    position >= 0 ? answered[position] : recommendation.open.nextQuestion;
  if (question === undefined) {
    return undefined;
  }
  const before = position >= 0 ? position : answered.length;
  return { question, number: before + 1, previous: answered[before - 1] };
}

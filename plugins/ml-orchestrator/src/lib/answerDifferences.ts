import type {
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { optionLabel } from './words';

/** A question that two sets of answers answer differently. */
export interface AnswerDifference {
  /** Question id. */
  question: string;
  text: string;
  /** Labels; absent where the question has no answer. */
  theirs?: string;
  yours?: string;
}

/** Where the answers of a scenario and a person's own part, in the order of the guide. */
export function answerDifferences(
  guidance: Guidance,
  theirs: Answers,
  yours: Answers,
): AnswerDifference[] {
  return guidance.questions
    .filter(({ id }) => theirs[id] !== yours[id])
    .map(({ id, text }) => {
      const label = (answers: Answers) =>
        answers[id] && optionLabel(guidance, id, answers[id]);
      return {
        question: id,
        text,
        theirs: label(theirs),
        yours: label(yours),
      };
    });
}

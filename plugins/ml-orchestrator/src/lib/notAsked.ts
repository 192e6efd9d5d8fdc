import { applicableQuestions } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Guidance,
  Question,
} from 'backstage-plugin-ml-orchestrator-common';

/** A question that was not asked, and why. */
export interface NotAsked {
  question: Question;
  /** `not-applicable`: other answers make it pointless. `cannot-matter`: no answer to it changes the result. */
  why: 'not-applicable' | 'cannot-matter';
}

/** The questions without an answer once the result is settled. */
export function notAsked(guidance: Guidance, answers: Answers): NotAsked[] {
  const applicable = new Set(applicableQuestions(guidance, answers));
  return guidance.questions
    .filter(question => !Object.hasOwn(answers, question.id))
    .map(question => ({
      question,
      why: applicable.has(question) ? 'cannot-matter' : 'not-applicable',
    }));
}

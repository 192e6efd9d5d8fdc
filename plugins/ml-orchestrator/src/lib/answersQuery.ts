import {
  checkAnswers,
  formatAnswers,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  AnswerProblem,
  Answers,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';

/** The query that carries the answers, `?answers=question=option,…`; empty without answers. */
export function answersQuery(answers: Answers): string {
  const compact = formatAnswers(answers);
  // `=` and `,` are fine inside a query value and keep the link readable.
  const encoded = encodeURIComponent(compact)
    .replaceAll('%3D', '=')
    .replaceAll('%2C', ',');
  return compact ? `?answers=${encoded}` : '';
}

/** Splits answers into those the guidance knows and what is wrong with the others. */
export function knownAnswers(
  guidance: Guidance,
  answers: Answers,
): { known: Answers; problems: AnswerProblem[] } {
  const problems = checkAnswers(guidance, answers);
  const bad = new Set(problems.map(problem => problem.field));
  return {
    known: Object.fromEntries(
      Object.entries(answers).filter(([q]) => !bad.has(`answers.${q}`)),
    ),
    problems,
  };
}

import { startFrom } from '../../decision/model';
import { canMatter } from '../../decision/nextQuestion';
import {
  possibleOutcomes,
  possibleWinners,
} from '../../decision/possibleWinners';
import type { GuidanceFinding } from '../findings';
import { scenarioOutcome } from '../scenarioOutcome';
import type { Answers, Guidance, Question } from '../types';

/** Orchestrators that no way of answering recommends, although they are not on hold. */
export function lintUnrecommendable(guidance: Guidance): GuidanceFinding[] {
  if (guidance.questions.length === 0) {
    // Nothing decides anything yet; saying so once for each orchestrator helps nobody.
    return [];
  }
  const winners = new Set(possibleWinners(guidance, {}));
  return guidance.orchestrators.flatMap(({ id, ring }, i): GuidanceFinding[] =>
    ring === 'hold' || winners.has(id)
      ? []
      : [
          {
            severity: 'warning',
            code: 'unrecommendable-orchestrator',
            path: ['orchestrators', i],
            message: `no answers ever recommend orchestrator "${id}"`,
            hint: 'Give it evidence in some option, or put it on hold.',
          },
        ],
  );
}

/** Questions whose answer never changes the outcome, whatever else is answered. */
export function lintPointlessQuestions(guidance: Guidance): GuidanceFinding[] {
  return guidance.questions.flatMap((question, q): GuidanceFinding[] => {
    const matters = waysToBeAsked(guidance, question).some(answers => {
      const { model, state } = startFrom(guidance, answers);
      return canMatter(model, state, possibleOutcomes(model, state), q);
    });
    return matters
      ? []
      : [
          {
            severity: 'warning',
            code: 'question-never-matters',
            path: ['questions', q],
            message: `no answer to question "${question.id}" ever changes the recommendation`,
            hint: 'Give its options stronger or more different evidence, or drop it.',
          },
        ];
  });
}

/** The smallest sets of answers under which a question applies. */
function waysToBeAsked(guidance: Guidance, question: Question): Answers[] {
  const { askWhen } = question;
  if (!askWhen) {
    return [{}];
  }
  // askWhen looks back only, so this ends.
  const earlier = guidance.questions.find(q => q.id === askWhen.question);
  return earlier
    ? waysToBeAsked(guidance, earlier).flatMap(answers =>
        askWhen.options.map(option => ({ ...answers, [earlier.id]: option })),
      )
    : [];
}

/** Scenarios, the guidance's own tests, that do not come out as they say. */
export function lintScenarios(guidance: Guidance): GuidanceFinding[] {
  return guidance.scenarios.flatMap((scenario, i): GuidanceFinding[] => {
    const { problem } = scenarioOutcome(guidance, scenario);
    return problem
      ? [
          {
            severity: 'error',
            code: 'scenario-mismatch',
            path: ['scenarios', i, 'expect'],
            message: `scenario "${scenario.id}" ${problem}`,
            hint: 'Correct its answers or what it expects, or the evidence it rests on.',
          },
        ]
      : [];
  });
}

import type {
  Answers,
  Guidance,
  Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import {
  checkAnswers,
  orchestratorTitle,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import { answersInWords, findQuestion } from './words';

/**
 * Value of the template form's `OrchestratorDecision` field. While questions are
 * open it holds the answers only, so that leaving the step loses nothing.
 */
export interface DecisionValue {
  answers: Record<string, string>;
  orchestrator?: string;
  /** Present (if only empty) when a person chose otherwise than recommended. */
  overrideReason?: string;
  /**
   * The same in words. The form's review step can only print what is in the value;
   * nothing else reads this.
   */
  summary?: string[];
}

/** The decision in words, one line each. */
export function decisionSummary(
  t: Translate,
  guidance: Guidance,
  value: DecisionValue,
  winner: string | undefined,
): string[] {
  const { orchestrator, answers } = value;
  if (!orchestrator) {
    return [];
  }
  const title = orchestratorTitle(guidance, orchestrator);
  return [
    choiceInWords(
      t,
      title,
      orchestrator === winner,
      winner && orchestratorTitle(guidance, winner),
    ),
    ...answersInWords(guidance, answers).map(({ text, label }) =>
      t('field.summary.answer', { question: text, answer: label }),
    ),
  ];
}

function choiceInWords(
  t: Translate,
  title: string,
  agrees: boolean,
  winner: string | undefined,
): string {
  if (agrees) {
    return t('field.summary.asRecommended', { title });
  }
  return winner
    ? t('field.summary.instead', { title, winner })
    : t('field.summary.nothingFits', { title });
}

/**
 * The value once the engine has spoken: settled on the winner when nothing is left
 * to ask, unless a person chose otherwise.
 */
export function settleDecision(
  t: Translate,
  guidance: Guidance,
  value: DecisionValue,
  recommendation: Recommendation,
): DecisionValue {
  const { winner, open } = recommendation;
  const { answers, overrideReason } = value;
  const overridden = overrideReason !== undefined;
  const agrees = overridden && value.orchestrator === winner;
  const orchestrator =
    overridden && !agrees
      ? value.orchestrator
      : settledWinner(winner, open.nextQuestion);
  const settled: DecisionValue = {
    answers,
    ...(orchestrator ? { orchestrator } : {}),
    ...(overridden && !agrees ? { overrideReason } : {}),
  };
  const summary = decisionSummary(t, guidance, settled, winner);
  return summary.length > 0 ? { ...settled, summary } : settled;
}

function settledWinner(
  winner: string | undefined,
  nextQuestion: string | undefined,
): string | undefined {
  return nextQuestion === undefined ? winner : undefined;
}

/** Whether two values are the same decision. */
export function sameDecision(a: DecisionValue, b: DecisionValue): boolean {
  const key = (v: DecisionValue) =>
    JSON.stringify([
      Object.entries(v.answers).sort(),
      v.orchestrator,
      v.overrideReason,
      v.summary,
    ]);
  return key(a) === key(b);
}

/** Reads whatever the form holds; a prefilled link may hold anything. */
export function readDecisionValue(formData: unknown): DecisionValue {
  const raw = isRecord(formData) ? formData : {};
  const answers: Answers = Object.fromEntries(
    Object.entries(isRecord(raw.answers) ? raw.answers : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const text = (key: string) => {
    const value = raw[key];
    return typeof value === 'string' ? { [key]: value } : {};
  };
  const summary =
    Array.isArray(raw.summary) && raw.summary.every(s => typeof s === 'string')
      ? { summary: raw.summary }
      : {};
  return {
    answers: { ...answers },
    ...text('orchestrator'),
    ...text('overrideReason'),
    ...summary,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What keeps a decision from being accepted; nothing when it may be. */
export function decisionProblems(
  t: Translate,
  guidance: Guidance,
  value: DecisionValue,
  recommendation: Recommendation | undefined,
): string[] {
  const unknown = checkAnswers(guidance, value.answers);
  if (unknown.length > 0) {
    return unknown.map(problem => `${problem.field}: ${problem.message}`);
  }
  if (!value.orchestrator) {
    if (value.overrideReason !== undefined) {
      return [t('field.problem.chooseOther')];
    }
    const next = findQuestion(guidance, recommendation?.open.nextQuestion);
    return [
      next
        ? t('field.problem.answerFirst', { question: next.text })
        : t('field.problem.decideFirst'),
    ];
  }
  if (!guidance.orchestrators.some(o => o.id === value.orchestrator)) {
    const known = guidance.orchestrators.map(o => o.id).join(', ');
    return [
      t('field.problem.unknownOrchestrator', { id: value.orchestrator, known }),
    ];
  }
  const differs = value.orchestrator !== recommendation?.winner;
  if (differs && !value.overrideReason?.trim()) {
    return [t('field.problem.reasonMissing')];
  }
  return [];
}

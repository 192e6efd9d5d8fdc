import type { Answers, Guidance } from '../guidance/types';
import { applicableQuestions } from './applicable';
import { EFFECT_WEIGHTS } from './weights';

/** What choosing one option does, with orchestrators as positions in the guidance. */
export interface CompiledOption {
  id: string;
  /** Points per orchestrator. */
  points: number[];
  /** Orchestrators it rules out. */
  rulesOut: boolean[];
  /** Positions of the questions that apply only once this option is chosen. */
  opens: number[];
}

export interface CompiledQuestion {
  id: string;
  /** Answered already, though it does not apply yet; only that option is left. */
  given?: boolean;
  options: CompiledOption[];
}

/** The guidance as the search needs it: numbers in arrays instead of ids in maps. */
export interface DecisionModel {
  orchestrators: string[];
  /** Whether an orchestrator may be recommended, that is, is not on hold. */
  recommendable: boolean[];
  questions: CompiledQuestion[];
}

/** Where a set of answers leaves the decision. */
export interface DecisionState {
  points: number[];
  ruledOut: boolean[];
  /** Positions of the applicable questions not yet answered, in guidance order. */
  pending: number[];
}

const models = new WeakMap<Guidance, DecisionModel>();

/** Compiles guidance, once for each guidance object. */
export function compileGuidance(guidance: Guidance): DecisionModel {
  let model = models.get(guidance);
  if (!model) {
    const ids = guidance.orchestrators.map(o => o.id);
    model = {
      orchestrators: ids,
      recommendable: guidance.orchestrators.map(o => o.ring !== 'hold'),
      questions: guidance.questions.map((question, position) => ({
        id: question.id,
        options: question.options.map(option => ({
          id: option.id,
          points: ids.map(id =>
            Object.hasOwn(option.evidence, id)
              ? EFFECT_WEIGHTS[option.evidence[id].effect]
              : 0,
          ),
          rulesOut: ids.map(
            id =>
              Object.hasOwn(option.evidence, id) &&
              option.evidence[id].effect === 'rules-out',
          ),
          opens: guidance.questions.flatMap((other, later) =>
            later > position &&
            other.askWhen?.question === question.id &&
            other.askWhen.options.includes(option.id)
              ? [later]
              : [],
          ),
        })),
      })),
    };
    models.set(guidance, model);
  }
  return model;
}

/**
 * The state that the answers lead to, and the model to go on with: a question that
 * was answered but does not apply (yet) keeps only the option chosen. Answers to
 * unknown questions and options are ignored.
 */
export function startFrom(
  guidance: Guidance,
  answers: Answers,
): { model: DecisionModel; state: DecisionState } {
  const compiled = compileGuidance(guidance);
  const applicable = new Set(
    applicableQuestions(guidance, answers).map(q => q.id),
  );
  const questions = compiled.questions.map(question => {
    const chosen = question.options.filter(o => o.id === answers[question.id]);
    return chosen.length > 0
      ? { ...question, options: chosen, given: true }
      : question;
  });
  const model = { ...compiled, questions };
  const nothing: DecisionState = {
    points: model.orchestrators.map(() => 0),
    ruledOut: model.orchestrators.map(() => false),
    pending: [],
  };
  const state = questions.reduce(
    (soFar, { id, given, options }, position) =>
      given && applicable.has(id)
        ? withOption(soFar, options[0])
        : {
            ...soFar,
            pending: applicable.has(id)
              ? [...soFar.pending, position]
              : soFar.pending,
          },
    nothing,
  );
  return { model, state };
}

function withOption(
  state: DecisionState,
  option: CompiledOption,
): DecisionState {
  return {
    points: state.points.map((points, i) => points + option.points[i]),
    ruledOut: state.ruledOut.map((out, i) => out || option.rulesOut[i]),
    pending: state.pending,
  };
}

/** The state after one more answer. What it opens is pending, unless it was answered already. */
export function answerPending(
  model: DecisionModel,
  state: DecisionState,
  question: number,
  option: CompiledOption,
): DecisionState {
  const answered: DecisionState = {
    ...withOption(state, option),
    pending: [
      ...state.pending.filter(p => p !== question),
      ...option.opens,
    ].sort((a, b) => a - b),
  };
  const given = option.opens.filter(opened => model.questions[opened].given);
  return given.reduce(
    (soFar, opened) =>
      answerPending(model, soFar, opened, model.questions[opened].options[0]),
    answered,
  );
}

/** Position of the winner; `undefined` when everything that may be recommended is ruled out. */
export function winnerOf(
  model: DecisionModel,
  state: DecisionState,
): number | undefined {
  let winner: number | undefined;
  state.points.forEach((points, i) => {
    if (
      model.recommendable[i] &&
      !state.ruledOut[i] &&
      (winner === undefined || points > state.points[winner])
    ) {
      winner = i;
    }
  });
  return winner;
}

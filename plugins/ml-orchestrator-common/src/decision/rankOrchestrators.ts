import type { Answers, Effect, Guidance } from '../guidance/types';
import { applicableQuestions } from './applicable';
import type { CountedEvidence, RankedOrchestrator } from './types';
import { EFFECT_WEIGHTS } from './weights';

const weight = (effect: Effect) => Math.abs(EFFECT_WEIGHTS[effect]);
const STATUS_ORDER = ['eligible', 'hold', 'ruled-out'];

/** How every orchestrator stands under the answers, best first: eligible, then on hold, then ruled out. */
export function rankOrchestrators(
  guidance: Guidance,
  answers: Answers,
): RankedOrchestrator[] {
  const chosen = applicableQuestions(guidance, answers).flatMap(question => {
    const option = question.options.find(o => o.id === answers[question.id]);
    return option ? [{ question, option }] : [];
  });
  return guidance.orchestrators
    .map((orchestrator): RankedOrchestrator => {
      const counted = chosen.flatMap(
        ({ question, option }): CountedEvidence[] =>
          Object.hasOwn(option.evidence, orchestrator.id)
            ? [
                {
                  question: question.id,
                  option: option.id,
                  ...option.evidence[orchestrator.id],
                },
              ]
            : [],
      );
      const rulesOut = counted.filter(e => e.effect === 'rules-out');
      const heaviestFirst = (a: CountedEvidence, b: CountedEvidence) =>
        weight(b.effect) - weight(a.effect);
      return {
        orchestrator: orchestrator.id,
        score: counted.reduce((sum, e) => sum + EFFECT_WEIGHTS[e.effect], 0),
        status:
          (rulesOut.length && 'ruled-out') ||
          (orchestrator.ring === 'hold' && 'hold') ||
          'eligible',
        supporting: counted
          .filter(e => EFFECT_WEIGHTS[e.effect] > 0)
          .sort(heaviestFirst),
        opposing: [
          ...rulesOut,
          ...counted
            .filter(e => EFFECT_WEIGHTS[e.effect] < 0)
            .sort(heaviestFirst),
        ],
      };
    })
    .sort(
      (a, b) =>
        STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
        b.score - a.score,
    );
}

import { applicableQuestions } from '../decision/applicable';
import type {
  Answers,
  Evidence,
  Guidance,
  Option,
  Orchestrator,
  Question,
  Ring,
} from './types';

/** The part of a guidance that decides; any `Guidance` fits. */
export interface DecidingGuidance {
  orchestrators: Pick<Orchestrator, 'id' | 'ring' | 'ringReason'>[];
  questions: (Pick<Question, 'id' | 'askWhen'> & {
    options: Pick<Option, 'id' | 'evidence'>[];
  })[];
}

/** Takes from a guidance the part that decides, and nothing else. */
export function decidingPart(guidance: Guidance): DecidingGuidance {
  return {
    orchestrators: guidance.orchestrators.map(({ id, ring, ringReason }) => ({
      id,
      ring,
      ringReason,
    })),
    questions: guidance.questions.map(({ id, askWhen, options }) => ({
      id,
      askWhen,
      options: options.map(option => ({
        id: option.id,
        evidence: option.evidence,
      })),
    })),
  };
}

/** One thing that a changed guidance says otherwise about a set of answers. Ids are those of either guidance. */
export type GuidanceDifference =
  | { kind: 'orchestrator-added'; orchestrator: string }
  | { kind: 'orchestrator-removed'; orchestrator: string }
  | {
      kind: 'ring';
      orchestrator: string;
      before: Ring;
      after: Ring;
      /** Why it is in its new ring, where the guidance says so. */
      because?: string;
    }
  /** The answered question is asked only now, or not any more. */
  | { kind: 'question-added' | 'question-removed'; question: string }
  /** The chosen option is offered only now, or not any more. */
  | {
      kind: 'option-added' | 'option-removed';
      question: string;
      option: string;
    }
  /** Whether the answered question applies, and so counts. */
  | { kind: 'applies'; question: string; after: boolean }
  /** What the answer says about an orchestrator; absent where it says nothing. */
  | {
      kind: 'evidence';
      orchestrator: string;
      question: string;
      option: string;
      before?: Evidence;
      after?: Evidence;
    }
  /** The orchestrators come in another order, which decides a tie. */
  | { kind: 'order' };

/**
 * What two guidances say differently about the same answers, as far as it can
 * matter to a choice between the orchestrators named.
 */
export function guidanceDifferences(
  before: DecidingGuidance,
  after: DecidingGuidance,
  answers: Answers,
  orchestrators: readonly string[],
): GuidanceDifference[] {
  const relevant = [...new Set(orchestrators)];
  const order = [before, after].map(guidance =>
    guidance.orchestrators.map(o => o.id).filter(id => relevant.includes(id)),
  );
  const inBoth = order[0].filter(id => order[1].includes(id));
  const reordered = order[1].filter(id => inBoth.includes(id));
  return [
    ...relevant.flatMap(id => orchestratorDifference(before, after, id)),
    ...Object.entries(answers).flatMap(([question, option]) =>
      answerDifferences(before, after, answers, question, option, relevant),
    ),
    ...(inBoth.join() === reordered.join() ? [] : [{ kind: 'order' as const }]),
  ];
}

function orchestratorDifference(
  before: DecidingGuidance,
  after: DecidingGuidance,
  orchestrator: string,
): GuidanceDifference[] {
  const [was, is] = [before, after].map(guidance =>
    guidance.orchestrators.find(o => o.id === orchestrator),
  );
  if (!was || !is) {
    return [
      ...(was ? [{ kind: 'orchestrator-removed' as const, orchestrator }] : []),
      ...(is ? [{ kind: 'orchestrator-added' as const, orchestrator }] : []),
    ];
  }
  const because = is.ringReason ? { because: is.ringReason } : {};
  return was.ring === is.ring
    ? []
    : [
        {
          kind: 'ring',
          orchestrator,
          before: was.ring,
          after: is.ring,
          ...because,
        },
      ];
}

function answerDifferences(
  before: DecidingGuidance,
  after: DecidingGuidance,
  answers: Answers,
  question: string,
  option: string,
  orchestrators: readonly string[],
): GuidanceDifference[] {
  const [was, is] = [before, after].map(guidance => {
    const asked = guidance.questions.find(q => q.id === question);
    return { asked, chosen: asked?.options.find(o => o.id === option) };
  });
  if (!was.asked !== !is.asked) {
    return [
      { kind: is.asked ? 'question-added' : 'question-removed', question },
    ];
  }
  if (!was.chosen !== !is.chosen) {
    return [
      { kind: is.chosen ? 'option-added' : 'option-removed', question, option },
    ];
  }
  const [applied, applies] = [before, after].map(guidance =>
    applicableQuestions(guidance, answers).some(q => q.id === question),
  );
  const evidence = orchestrators.flatMap(
    (orchestrator): GuidanceDifference[] => {
      const [then, now] = [was, is].map(({ chosen }) =>
        chosen && Object.hasOwn(chosen.evidence, orchestrator)
          ? chosen.evidence[orchestrator]
          : undefined,
      );
      if (then?.effect === now?.effect) {
        return [];
      }
      return [
        {
          kind: 'evidence',
          orchestrator,
          question,
          option,
          ...(then ? { before: then } : {}),
          ...(now ? { after: now } : {}),
        },
      ];
    },
  );
  return [
    ...(was.asked && applied !== applies
      ? [{ kind: 'applies' as const, question, after: applies }]
      : []),
    // What counts neither before nor after makes no difference.
    ...(applied || applies ? evidence : []),
  ];
}

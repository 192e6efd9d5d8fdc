import { InputError } from '@backstage/errors';
import {
  checkAnswers,
  recommend,
  type Answers,
  type Guidance,
  type Orchestrator,
  type Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import type { StarterDecision } from './spec';

/** A decision that the guidance knows, with what it recommends for the same answers. */
export interface CheckedDecision {
  orchestrator: Orchestrator;
  /** Id of the starter tree. */
  starter: string;
  answers: Answers;
  /** Present only where the choice is not the recommended one. */
  overrideReason?: string;
  recommendation: Recommendation;
}

/** Refuses answers to questions or with options that do not exist. */
export function assertKnownAnswers(guidance: Guidance, answers: Answers) {
  const problems = checkAnswers(guidance, answers);
  if (problems.length > 0) {
    throw new InputError(
      problems.map(p => `decision.${p.field}: ${p.message}`).join('; '),
    );
  }
}

/**
 * Checks a decision against the guidance, and computes the recommendation anew:
 * what a client claims the guide says is never trusted.
 */
export function checkDecision(
  guidance: Guidance,
  decision: StarterDecision,
): CheckedDecision {
  assertKnownAnswers(guidance, decision.answers);
  const orchestrator = guidance.orchestrators.find(
    o => o.id === decision.orchestrator,
  );
  if (!orchestrator) {
    const known = guidance.orchestrators.map(o => o.id).join(', ');
    throw new InputError(
      `decision.orchestrator: unknown orchestrator "${decision.orchestrator}"; known are: ${known}`,
    );
  }
  if (!orchestrator.starter) {
    const known = guidance.orchestrators
      .filter(o => o.starter)
      .map(o => o.id)
      .join(', ');
    throw new InputError(
      `decision.orchestrator: there is no starter for "${orchestrator.id}"; there is one for: ${known}`,
    );
  }
  const recommendation = recommend(guidance, decision.answers);
  const overrideReason = decision.overrideReason?.trim();
  const overridden = recommendation.winner !== orchestrator.id;
  if (overridden && !overrideReason) {
    const instead = recommendation.winner
      ? `the guide recommends "${recommendation.winner}"`
      : 'the answers rule out every orchestrator the guide may recommend';
    throw new InputError(
      `decision.overrideReason: needed to choose "${orchestrator.id}", because ${instead}`,
    );
  }
  return {
    orchestrator,
    starter: orchestrator.starter,
    answers: decision.answers,
    recommendation,
    ...(overridden ? { overrideReason } : {}),
  };
}

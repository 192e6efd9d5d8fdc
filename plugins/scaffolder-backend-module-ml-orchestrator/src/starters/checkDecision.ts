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
  answers: Answers;
  /** Present only where the choice is not the recommended one. */
  overrideReason?: string;
  recommendation: Recommendation;
}

/** A decision for an orchestrator that has a starter. */
export interface StarterChoice extends CheckedDecision {
  /** Id of the starter tree. */
  starter: string;
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

/** The orchestrator of that id; refuses one that the guidance does not know. */
export function findOrchestrator(guidance: Guidance, id: string): Orchestrator {
  const found = guidance.orchestrators.find(o => o.id === id);
  if (!found) {
    const known = guidance.orchestrators.map(o => o.id).join(', ');
    throw new InputError(
      `decision.orchestrator: unknown orchestrator "${id}"; known are: ${known}`,
    );
  }
  return found;
}

/**
 * Checks a decision against the guidance, and computes the recommendation anew:
 * what a client claims the guide says is never trusted.
 */
export function checkDecision(
  guidance: Guidance,
  decision: StarterDecision,
): CheckedDecision {
  const { answers } = decision;
  assertKnownAnswers(guidance, answers);
  const orchestrator = findOrchestrator(guidance, decision.orchestrator);
  const recommendation = recommend(guidance, answers);
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
    answers,
    recommendation,
    ...(overridden ? { overrideReason } : {}),
  };
}

/** {@link checkDecision}, for an orchestrator that has to have a starter. */
export function checkStarterChoice(
  guidance: Guidance,
  decision: StarterDecision,
): StarterChoice {
  const { id, starter } = findOrchestrator(guidance, decision.orchestrator);
  if (!starter) {
    const known = guidance.orchestrators
      .filter(o => o.starter)
      .map(o => o.id)
      .join(', ');
    throw new InputError(
      `decision.orchestrator: there is no starter for "${id}"; there is one for: ${known}`,
    );
  }
  return { ...checkDecision(guidance, decision), starter };
}

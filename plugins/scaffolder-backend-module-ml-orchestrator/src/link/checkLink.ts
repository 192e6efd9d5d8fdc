import { InputError } from '@backstage/errors';
import {
  type Answers,
  type Guidance,
  type Orchestrator,
  type Recommendation,
} from 'backstage-plugin-ml-orchestrator-common';
import { z } from 'zod';
import {
  checkDecision,
  parseFields,
  starterSpecSchema,
  type StarterDecision,
} from '../starters';
import { parseLocator, type Locator } from './locators';

const linkSchema = z.strictObject({
  decision: starterSpecSchema.shape.decision.partial({ answers: true }),
  locator: z.string().trim().optional(),
});

/** What led to the orchestrator, where somebody answered the questions. */
export interface AnsweredDecision {
  answers: Answers;
  /** Present only where the choice is not the recommended one. */
  overrideReason?: string;
  recommendation: Recommendation;
}

/** What an entity is to be linked to, checked against the guidance. */
export interface EntityLink {
  orchestrator: Orchestrator;
  /** Absent when it was only said what the entity runs on. */
  decided?: AnsweredDecision;
  locator?: Locator;
}

/**
 * Checks what an entity is to be linked to. With answers it is a decision, and held
 * to the same rules as one for a starter; without, only the orchestrator has to exist.
 *
 * @throws InputError whose message names the field that is wrong
 */
export function checkLink(guidance: Guidance, input: object): EntityLink {
  // The scaffolder hands over frozen records without a prototype.
  const { decision, locator } = parseFields(
    linkSchema,
    JSON.parse(JSON.stringify(input)),
  );
  const { answers = {} } = decision;
  const orchestrator = findOrchestrator(guidance, decision.orchestrator);
  const answered = Object.keys(answers).length > 0;
  if (!answered && decision.overrideReason?.trim()) {
    throw new InputError(
      'decision.overrideReason: says why the recommended orchestrator was not chosen, which needs decision.answers',
    );
  }
  return {
    orchestrator,
    ...(answered && { decided: decide(guidance, { ...decision, answers }) }),
    ...(locator && { locator: parseLocator(orchestrator.id, locator) }),
  };
}

function findOrchestrator(guidance: Guidance, id: string): Orchestrator {
  const found = guidance.orchestrators.find(o => o.id === id);
  if (!found) {
    const known = guidance.orchestrators.map(o => o.id).join(', ');
    throw new InputError(
      `decision.orchestrator: unknown orchestrator "${id}"; known are: ${known}`,
    );
  }
  return found;
}

function decide(
  guidance: Guidance,
  decision: StarterDecision,
): AnsweredDecision {
  // What exists already needs no starter, so none may be found missing.
  const orchestrators = guidance.orchestrators.map(o => ({
    ...o,
    starter: o.starter ?? o.id,
  }));
  const checked = checkDecision({ ...guidance, orchestrators }, decision);
  return {
    answers: checked.answers,
    recommendation: checked.recommendation,
    ...(checked.overrideReason && { overrideReason: checked.overrideReason }),
  };
}

import { InputError } from '@backstage/errors';
import type {
  Guidance,
  Locator,
  Orchestrator,
} from 'backstage-plugin-ml-orchestrator-common';
import { z } from 'zod';
import {
  checkDecision,
  findOrchestrator,
  parseFields,
  starterSpecSchema,
  type CheckedDecision,
} from '../starters';
import { parseLocator } from './locators';

const linkSchema = z.strictObject({
  decision: starterSpecSchema.shape.decision.partial({ answers: true }),
  locator: z.string().trim().optional(),
});

/** What an entity is to be linked to, checked against the guidance. */
export interface EntityLink {
  orchestrator: Orchestrator;
  /** Absent when it was only said what the entity runs on. */
  decided?: CheckedDecision;
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
    ...(answered && {
      decided: checkDecision(guidance, { ...decision, answers }),
    }),
    ...(locator && { locator: parseLocator(orchestrator.id, locator) }),
  };
}

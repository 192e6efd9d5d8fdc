import { InputError } from '@backstage/errors';
import {
  isLocator,
  LOCATED_ORCHESTRATORS,
  locatorAnnotation,
  locatorRule,
  type Locator,
} from 'backstage-plugin-ml-orchestrator-common';

/** Reads a locator as one of the orchestrator's; refuses what cannot be one. */
export function parseLocator(orchestrator: string, value: string): Locator {
  const annotation = locatorAnnotation(orchestrator);
  if (!annotation) {
    const known = LOCATED_ORCHESTRATORS.join(', ');
    throw new InputError(
      `locator: there is none for "${orchestrator}"; there is one for: ${known}`,
    );
  }
  if (!isLocator(orchestrator, value)) {
    throw new InputError(
      `locator: "${value}" does not fit "${orchestrator}"; it must be ${locatorRule(
        orchestrator,
      )}`,
    );
  }
  return { annotation, value };
}

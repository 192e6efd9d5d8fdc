import {
  ANNOTATION_ANSWERS,
  ANNOTATION_ORCHESTRATOR,
  ANNOTATION_OVERRIDE_REASON,
  formatAnswers,
} from 'backstage-plugin-ml-orchestrator-common';
import type { EntityLink } from './checkLink';
import { locatorAnnotation } from './locators';

/** Annotation → its new value, or `null` where it has to go. */
export type AnnotationChanges = Record<string, string | null>;

/**
 * What a link says in annotations. What was said about another orchestrator goes:
 * answers and reason that did not lead to this one, and where the pipeline was there.
 */
export function linkAnnotations(
  link: EntityLink,
  current: Record<string, unknown>,
): AnnotationChanges {
  const { orchestrator, decided, locator } = link;
  const before = current[ANNOTATION_ORCHESTRATOR];
  const previous = typeof before === 'string' ? before.trim() : '';
  const moved = previous !== '' && previous !== orchestrator.id;
  const wanted: AnnotationChanges = {
    ...(moved ? staleAnnotations(previous) : {}),
    [ANNOTATION_ORCHESTRATOR]: orchestrator.id,
    ...(decided && {
      [ANNOTATION_ANSWERS]: formatAnswers(decided.answers),
      [ANNOTATION_OVERRIDE_REASON]: decided.overrideReason ?? null,
    }),
    ...(locator && { [locator.annotation]: locator.value }),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([annotation, value]) => (current[annotation] ?? null) !== value,
    ),
  );
}

function staleAnnotations(orchestrator: string): AnnotationChanges {
  const locator = locatorAnnotation(orchestrator);
  return {
    [ANNOTATION_ANSWERS]: null,
    [ANNOTATION_OVERRIDE_REASON]: null,
    ...(locator && { [locator]: null }),
  };
}

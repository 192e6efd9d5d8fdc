import {
  ANNOTATION_ANSWERS,
  ANNOTATION_DECIDED_BY,
  ANNOTATION_DECIDED_ON,
  ANNOTATION_DECISION_RECORD,
  ANNOTATION_ORCHESTRATOR,
  ANNOTATION_OVERRIDE_REASON,
  ANNOTATION_PIPELINE_DEFINITION,
  formatAnswers,
  locatorAnnotation,
} from 'backstage-plugin-ml-orchestrator-common';
import type { CheckedDecision } from '../starters';
import type { EntityLink } from './checkLink';

/** Annotation → its new value, or `null` where it has to go. */
export type AnnotationChanges = Record<string, string | null>;

/** How a decision came about. */
export interface DecisionMade {
  /** The day. */
  on: string;
  /** Entity reference of who decided, where it is known. */
  by?: string;
  /** Path of its record, relative to the file that describes the entity. */
  record: string;
}

/**
 * What a link says in annotations. What was said about another orchestrator goes:
 * answers and reason that did not lead to this one, and where the pipeline was there.
 * A decision that is there already keeps its day, and who made it.
 */
export function linkAnnotations(
  link: EntityLink,
  current: Record<string, unknown>,
  made?: DecisionMade,
): AnnotationChanges {
  const { orchestrator, decided, locator } = link;
  const before = current[ANNOTATION_ORCHESTRATOR];
  const previous = typeof before === 'string' ? before.trim() : '';
  const moved = previous !== '' && previous !== orchestrator.id;
  const chosen = { [ANNOTATION_ORCHESTRATOR]: orchestrator.id };
  const decision = decided && decisionAnnotations(decided);
  const differs = (annotations: AnnotationChanges) =>
    Object.entries(annotations).filter(
      ([annotation, value]) => (current[annotation] ?? null) !== value,
    );
  const anew = differs({ ...chosen, ...decision }).length > 0;
  const wanted: AnnotationChanges = {
    ...(moved ? staleAnnotations(previous) : {}),
    ...chosen,
    ...decision,
    ...(decided && made && madeAnnotations(made, anew)),
    ...(locator && { [locator.annotation]: locator.value }),
  };
  return Object.fromEntries(differs(wanted));
}

function decisionAnnotations(decided: CheckedDecision): AnnotationChanges {
  return {
    [ANNOTATION_ANSWERS]: formatAnswers(decided.answers),
    [ANNOTATION_OVERRIDE_REASON]: decided.overrideReason ?? null,
  };
}

function madeAnnotations(
  { on, by, record }: DecisionMade,
  anew: boolean,
): AnnotationChanges {
  return {
    ...(anew && {
      [ANNOTATION_DECIDED_ON]: on,
      [ANNOTATION_DECIDED_BY]: by ?? null,
    }),
    [ANNOTATION_DECISION_RECORD]: record,
  };
}

function staleAnnotations(orchestrator: string): AnnotationChanges {
  const locator = locatorAnnotation(orchestrator);
  return {
    [ANNOTATION_ANSWERS]: null,
    [ANNOTATION_OVERRIDE_REASON]: null,
    [ANNOTATION_DECIDED_ON]: null,
    [ANNOTATION_DECIDED_BY]: null,
    [ANNOTATION_DECISION_RECORD]: null,
    [ANNOTATION_PIPELINE_DEFINITION]: null,
    ...(locator && { [locator]: null }),
  };
}

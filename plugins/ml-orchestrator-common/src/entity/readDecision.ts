import { parseAnswers } from '../decision/answers';
import type { Answers } from '../guidance/types';
import {
  ANNOTATION_ANSWERS,
  ANNOTATION_DECIDED_BY,
  ANNOTATION_DECIDED_ON,
  ANNOTATION_ORCHESTRATOR,
  ANNOTATION_OVERRIDE_REASON,
} from './annotations';

/** The decision that a catalog entity carries. */
export interface EntityDecision {
  /** Orchestrator id, as written; it may be one that the guidance does not know. */
  orchestrator: string;
  /** Empty when nobody kept the answers. */
  answers: Answers;
  overrideReason?: string;
  /** The day of the decision, `2026-11-24`; absent when nobody wrote it down as such. */
  decidedOn?: string;
  /** Who decided, as written: an entity reference, or a name. */
  decidedBy?: string;
}

/** The part of a catalog entity that is read; any `Entity` fits. */
export interface AnnotatedEntity {
  metadata: { annotations?: Record<string, string> };
}

/** Reads the decision off an entity; `undefined` when it is not linked to an orchestrator. */
export function readDecision(
  entity: AnnotatedEntity,
): EntityDecision | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const orchestrator = annotations[ANNOTATION_ORCHESTRATOR]?.trim();
  if (!orchestrator) {
    return undefined;
  }
  const overrideReason = annotations[ANNOTATION_OVERRIDE_REASON]?.trim();
  const decidedOn = annotations[ANNOTATION_DECIDED_ON]?.trim();
  const decidedBy = annotations[ANNOTATION_DECIDED_BY]?.trim();
  return {
    orchestrator,
    answers: parseAnswers(annotations[ANNOTATION_ANSWERS]),
    ...(overrideReason ? { overrideReason } : {}),
    ...(isDay(decidedOn) ? { decidedOn } : {}),
    ...(decidedBy ? { decidedBy } : {}),
  };
}

/** Whether the text is a day of the calendar, written as `2026-11-24`. */
function isDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  // A day that does not exist is moved on to one that does.
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
  );
}

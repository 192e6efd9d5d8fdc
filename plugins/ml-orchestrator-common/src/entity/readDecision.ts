import { parseAnswers } from '../decision/answers';
import type { Answers } from '../guidance/types';
import {
  ANNOTATION_ANSWERS,
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
  return {
    orchestrator,
    answers: parseAnswers(annotations[ANNOTATION_ANSWERS]),
    ...(overrideReason ? { overrideReason } : {}),
  };
}

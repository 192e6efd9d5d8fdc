import type { Guidance, Orchestrator } from '../guidance/types';
import { ANNOTATION_DETECTION } from './annotations';
import type { AnnotatedEntity } from './readDecision';

/** Orchestrators that detection can recognise, by their ids in the default guidance. */
export const DETECTED_ORCHESTRATORS = [
  'sagemaker-pipelines',
  'step-functions',
  'airflow-mwaa',
] as const;

export type DetectedOrchestrator = (typeof DETECTED_ORCHESTRATORS)[number];

/** `high`: the code can hardly mean anything else. `medium`: names of steps say so. */
export type DetectionConfidence = 'high' | 'medium';

/** Something in a repository that points to an orchestrator. */
export interface DetectionEvidence {
  /** Path of the file, from where the entity's source is. */
  path: string;
  /** Line in that file, from 1. */
  line: number;
  /** What stands there, in the words of the code: a class, a resource, a name. */
  found: string;
}

/** A link that detection proposes for an entity. It is never written by detection itself. */
export interface LinkProposal {
  entityRef: string;
  /** Id of an orchestrator of today's guidance. */
  orchestrator: string;
  /** Name of the pipeline in the orchestrator, where the code says it. */
  locator?: string;
  confidence: DetectionConfidence;
  /** The strongest first; at least one. */
  evidence: DetectionEvidence[];
  /** The state of the repository that was read. */
  etag: string;
  /** When it was found, as an ISO date with time. */
  foundAt: string;
}

/** Answer of `GET /proposals`. */
export interface LinkProposalsPage {
  items: LinkProposal[];
  /** What to ask for as `after` to get the next page; absent on the last. */
  nextCursor?: string;
}

/**
 * What of the proposals for an entity people dismissed, in its own file: all of them, by
 * `dismissed`, or those for some orchestrators, by `not` and their ids.
 */
export function dismissedOrchestrators(
  entity: AnnotatedEntity,
): 'all' | ReadonlySet<string> {
  const value = entity.metadata.annotations?.[ANNOTATION_DETECTION]?.trim();
  if (value === 'dismissed') {
    return 'all';
  }
  const ids = /^not\s+(.*)$/.exec(value ?? '')?.[1] ?? '';
  return new Set(ids.split(/[\s,]+/).filter(Boolean));
}

/**
 * The orchestrator of the guidance that detection means: the one of that id, or else the
 * only one whose starter is that one's. An organisation may have given it a name of its own.
 */
export function detectedOrchestrator(
  { orchestrators }: Guidance,
  detected: DetectedOrchestrator,
): Orchestrator | undefined {
  const named = orchestrators.find(({ id }) => id === detected);
  const [started, ...more] = orchestrators.filter(
    ({ starter }) => starter === detected,
  );
  return named ?? (more.length === 0 ? started : undefined);
}

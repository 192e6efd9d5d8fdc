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

import type {
  DetectedOrchestrator,
  DetectionConfidence,
  DetectionEvidence,
} from 'backstage-plugin-ml-orchestrator-common';

/** A file of a repository, as text. */
export interface RepositoryFile {
  /** With `/`, from where the entity's source is. */
  path: string;
  text: string;
}

/** One place in a file that points to an orchestrator. */
export interface Finding extends DetectionEvidence {
  orchestrator: DetectedOrchestrator;
  confidence: DetectionConfidence;
  /** Name of the pipeline in the orchestrator, where the code says it. */
  name?: string;
}

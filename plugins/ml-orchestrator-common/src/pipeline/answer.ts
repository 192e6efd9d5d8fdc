import type { PipelineDefinitionProblem, PipelineGraph } from './types';

/** A file that a graph is read from. */
export interface DefinitionPlace {
  /** Relative to the file that describes the entity. */
  path: string;
  /** Where a person can open it; absent for files on the backend's own disk. */
  url?: string;
}

/** What the backend says of an entity's pipeline graph. */
export type PipelineGraphAnswer =
  | { status: 'found'; place: DefinitionPlace; graph: PipelineGraph }
  | {
      status: 'malformed';
      place: DefinitionPlace;
      problems: PipelineDefinitionProblem[];
    }
  /** It is there, or may be, and is not read: too large, or refused. */
  | { status: 'unreadable'; place: DefinitionPlace; message: string }
  /** Nothing at any of the places. */
  | { status: 'missing'; places: DefinitionPlace[] }
  /** There is nowhere to look. */
  | {
      status: 'nowhere';
      reason: 'not-linked' | 'no-place' | 'bad-path' | 'no-source';
    };

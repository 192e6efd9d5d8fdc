import type { Attempt } from './iam';
import type { Synthesized } from './synthesized';

/** What the step that gets the data does in the name of the pipeline: there is none. */
export const extractNeeds = (_stack: Synthesized): Attempt[] => [];

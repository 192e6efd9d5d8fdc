import type { Attempt } from './iam';
import type { LocalAws } from './local-aws';
import type { Synthesized } from './synthesized';
import { callsOf } from './workflow';
import type { Call, Handlers, Run } from './workflow';

/** The states of the extraction, in their order: none, because prepare reads the files as they are. */
export const EXTRACTION: string[] = [];

/** State → a service that answers well. */
export const EXTRACTION_SERVICES: Handlers = {};

/** State → errors that it survives. */
export const EXTRACTION_RETRIED: Record<string, string[]> = {};

/** What IAM asks for, by the Resource of the Task. */
export const EXTRACTION_NEEDS: Record<string, (call: Call, stack: Synthesized) => Attempt[]> = {};

/** The extraction with the files of {@link LocalAws}. */
export const localExtraction = (_aws: LocalAws, _stack: Synthesized): Handlers => ({});

/** The files that a run was told to read. */
export function dataReadBy(run: Run): unknown {
  const inputs = callsOf(run, 'PrepareData')[0]!.parameters.ProcessingInputs as {
    InputName: string;
    S3Input: { S3Uri: string };
  }[];
  return inputs.find(({ InputName }) => InputName === 'data')?.S3Input.S3Uri;
}

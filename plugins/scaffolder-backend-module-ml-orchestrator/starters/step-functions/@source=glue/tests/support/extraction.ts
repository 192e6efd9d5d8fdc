import assert from 'node:assert/strict';

import type { Attempt } from './iam';
import type { LocalAws } from './local-aws';
import { extractLocally } from './local-spark';
import { ACCOUNT } from './synthesized';
import type { Properties, Synthesized } from './synthesized';
import { callsOf } from './workflow';
import type { Call, Handlers, Run } from './workflow';

/** The states of the extraction, in their order. */
export const EXTRACTION = ['ExtractData'];

/** State → a service that answers well. */
export const EXTRACTION_SERVICES: Handlers = { ExtractData: () => ({ Id: 'jr_1', JobRunState: 'SUCCEEDED' }) };

/** State → errors that it survives. */
export const EXTRACTION_RETRIED: Record<string, string[]> = {
  ExtractData: [
    'Glue.ConcurrentRunsExceededException',
    'Glue.ResourceNumberLimitExceededException',
    'Glue.AWSGlueException',
    'Glue.InternalServiceException',
    'Glue.OperationTimeoutException',
    'Glue.SdkClientException',
  ],
};

/** What IAM asks for, by the Resource of the Task. */
export const EXTRACTION_NEEDS: Record<string, (call: Call, stack: Synthesized) => Attempt[]> = {
  'arn:aws:states:::glue:startJobRun.sync': ({ parameters: { JobName } }, stack) =>
    ['StartJobRun', 'GetJobRun', 'GetJobRuns', 'BatchStopJobRun'].map(action => ({
      action: `glue:${action}`,
      resource: `arn:aws:glue:${stack.config.region}:${ACCOUNT}:job/${String(JobName)}`,
    })),
};

/** What AWS knows a repeated call by: nothing. */
export const identityOf = (_call: Call): unknown => undefined;

const argumentsOf = (run: Run): Record<string, string> =>
  callsOf(run, 'ExtractData')[0]!.parameters.Arguments as Record<string, string>;

/** The files that a run was told to read. */
export const dataReadBy = (run: Run): unknown => argumentsOf(run)['--input'];

/** Where the extraction of a run leaves its files. */
export const extractedTo = (run: Run): unknown => argumentsOf(run)['--output'];

/** After which the run of the job is ended. */
export const limitSeconds = (stack: Synthesized, _parameters: Properties): number =>
  Number(stack.only('AWS::Glue::Job').properties.Timeout) * 60;

/** The extraction with the files of {@link LocalAws}. */
export const localExtraction = (aws: LocalAws, { source }: Synthesized): Handlers => ({
  ExtractData: ({ JobName, Arguments }) => {
    assert.equal(JobName, source.SourceJobName);
    // Glue adds options of its own.
    extractLocally(aws, ['--JOB_NAME', String(JobName), ...Object.entries(Arguments as Record<string, string>).flat()]);
    return {};
  },
});

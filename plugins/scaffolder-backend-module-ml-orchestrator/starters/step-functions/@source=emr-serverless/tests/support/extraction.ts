import assert from 'node:assert/strict';

import type { Attempt } from './iam';
import type { LocalAws } from './local-aws';
import { extractLocally } from './local-spark';
import { ACCOUNT } from './synthesized';
import type { Properties, Synthesized } from './synthesized';
import { callsOf } from './workflow';
import type { Call, Handlers, Run } from './workflow';

interface SparkSubmit {
  readonly EntryPoint: string;
  readonly EntryPointArguments: string[];
}
const submitOf = ({ JobDriver }: Properties): SparkSubmit => (JobDriver as { SparkSubmit: SparkSubmit }).SparkSubmit;

/** The states of the extraction, in their order. */
export const EXTRACTION = ['ExtractData'];

/** State → a service that answers well. */
export const EXTRACTION_SERVICES: Handlers = { ExtractData: () => ({ JobRunId: '00example1', State: 'SUCCESS' }) };

/** State → errors that it survives. */
export const EXTRACTION_RETRIED: Record<string, string[]> = {
  ExtractData: [
    'EMRServerless.ServiceQuotaExceededException',
    'EMRServerless.EMRServerlessException',
    'EMRServerless.InternalServerException',
    'EMRServerless.SdkClientException',
    'EMRServerless.ThrottlingException',
  ],
};

/** What IAM asks for, by the Resource of the Task. */
export const EXTRACTION_NEEDS: Record<string, (call: Call, stack: Synthesized) => Attempt[]> = {
  'arn:aws:states:::emr-serverless:startJobRun.sync': ({ parameters: { ApplicationId, ExecutionRoleArn } }, stack) => {
    const inRegion = (service: string, rest: string): string =>
      `arn:aws:${service}:${stack.config.region}:${ACCOUNT}:${rest}`;
    const application = inRegion('emr-serverless', `/applications/${String(ApplicationId)}`);
    const rule = inRegion('events', 'rule/StepFunctionsGetEventsForEMRServerlessJobRule');
    return [
      { action: 'emr-serverless:StartJobRun', resource: application },
      ...['GetJobRun', 'CancelJobRun'].map(action => ({
        action: `emr-serverless:${action}`,
        resource: `${application}/jobruns/00example1`,
      })),
      ...['PutRule', 'PutTargets', 'DescribeRule'].map(action => ({ action: `events:${action}`, resource: rule })),
      {
        action: 'iam:PassRole',
        resource: String(ExecutionRoleArn),
        context: { 'iam:PassedToService': 'emr-serverless.amazonaws.com' },
      },
    ];
  },
};

/** What AWS knows a repeated call by. */
export const identityOf = ({ parameters }: Call): unknown => parameters.ClientToken;

const wordAfter = (run: Run, option: string): string | undefined => {
  const words = submitOf(callsOf(run, 'ExtractData')[0]!.parameters).EntryPointArguments;
  return words[words.indexOf(option) + 1];
};

/** The files that a run was told to read. */
export const dataReadBy = (run: Run): unknown => wordAfter(run, '--input');

/** Where the extraction of a run leaves its files. */
export const extractedTo = (run: Run): unknown => wordAfter(run, '--output');

/** After which the job is ended. */
export const limitSeconds = (_stack: Synthesized, { ExecutionTimeoutMinutes }: Properties): number =>
  Number(ExecutionTimeoutMinutes) * 60;

/** The extraction with the files of {@link LocalAws}. */
export const localExtraction = (aws: LocalAws, { source }: Synthesized): Handlers => ({
  ExtractData: parameters => {
    assert.equal(parameters.ApplicationId, source.SourceApplicationId);
    assert.equal(parameters.ExecutionRoleArn, source.SourceRoleArn);
    const { EntryPoint, EntryPointArguments } = submitOf(parameters);
    assert.equal(aws.keyOf(EntryPoint), `${source.SourceCodePrefix}/extract.py`);
    extractLocally(aws, EntryPointArguments);
    return {};
  },
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../../infra/config';
import type { Attempt } from './iam';
import type { LocalAws } from './local-aws';
import { optionsOf } from './script-options';
import type { Properties, Synthesized } from './synthesized';
import { callsOf } from './workflow';
import type { Call, Handlers, Run } from './workflow';

/** The states of the extraction, in their order. */
export const EXTRACTION = ['ExtractData'];

/** State → a service that answers well. */
export const EXTRACTION_SERVICES: Handlers = {
  ExtractData: ({ ProcessingJobName }) => ({ ProcessingJobArn: `arn:processing-job/${String(ProcessingJobName)}` }),
};

/** State → errors that it survives. */
export const EXTRACTION_RETRIED: Record<string, string[]> = {
  ExtractData: ['SageMaker.AmazonSageMakerException', 'SageMaker.ResourceLimitExceededException'],
};

/** What IAM asks for, by the Resource of the Task: it is a job of SageMaker like the others. */
export const EXTRACTION_NEEDS: Record<string, (call: Call, stack: Synthesized) => Attempt[]> = {};

/** What AWS knows a repeated call by. */
export const identityOf = ({ parameters }: Call): unknown => parameters.ProcessingJobName;

/** Where the extraction of a run leaves its files. */
export function extractedTo(run: Run): string {
  const { ProcessingOutputConfig } = callsOf(run, 'ExtractData')[0]!.parameters;
  const { Outputs } = ProcessingOutputConfig as { Outputs: { S3Output: { S3Uri: string } }[] };
  return `${Outputs[0]!.S3Output.S3Uri}/`;
}

/** After which the job is ended. */
export function limitSeconds(_stack: Synthesized, { StoppingCondition }: Properties): number {
  return (StoppingCondition as { MaxRuntimeInSeconds: number }).MaxRuntimeInSeconds;
}

/**
 * The extraction with the files of {@link LocalAws}: the query finds the customers of the files below `data/`. The script reads its
 * options here; source/tests/ has it ask an imitation of Snowflake.
 */
export const localExtraction = (aws: LocalAws, { source, config }: Synthesized): Handlers => ({
  ExtractData: job => {
    assert.equal(job.RoleArn, source.SourceRoleArn);
    aws.upload(path.join(ROOT, 'source'), `${source.SourceCodePrefix}/`, file =>
      /^(extract|requirements|customers)\./.test(file),
    );
    return aws.process(job, ([shell, script = '', ...words]) => {
      assert.equal(shell, '/bin/sh');
      assert.equal(path.basename(script), 'extract.sh');
      const options = optionsOf(path.dirname(script), words);
      assert.deepEqual([options.secret, options.region, options.tag], [source.SourceSecretArn, config.region, config.id]);
      const rows = aws.read(aws.uriOf(aws.keys('data/')[0]!));
      writeFileSync(path.join(options.output_dir!, 'customers.csv'), rows);
    });
  },
});

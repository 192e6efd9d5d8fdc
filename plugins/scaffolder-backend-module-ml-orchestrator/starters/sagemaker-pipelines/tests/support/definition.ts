import path from 'node:path';

import { ROOT } from '../../infra/config';
import { fillIn, readDefinition, stepsOf } from '../../infra/definition';
import { ACCOUNT } from './synthesized';

const golden = (name: string): string => readDefinition(path.join(ROOT, 'tests', 'golden', `${name}.json`));

/** The pipeline of this repository, and those that tests/test_golden.py compares with what the code gives. */
export const DEFINITIONS: Record<string, string> = {
  'as configured': readDefinition(),
  'switches off': golden('switches-off'),
  'switches on': golden('switches-on'),
};

interface Files {
  readonly read: string[];
  readonly written: string[];
}

/** The S3 addresses that the jobs read and write; what one job takes from another is among the written ones. */
export function filesOf(definition: string, bucketName: string): Files {
  const filled = fillIn(definition, {
    ...sourceValues(definition),
    AccountId: ACCOUNT,
    BucketName: bucketName,
    PrepareCode: 'code/0123456789abcdef',
    TrainCode: 'code/123456789abcdef0',
    EvaluateCode: 'code/23456789abcdef01',
    JobRoleName: 'jobs',
    PipelineId: 'pipeline',
  });
  const read: string[] = [];
  const written: string[] = [];
  for (const { Arguments } of stepsOf(filled)) {
    const { ProcessingInputs, InputDataConfig, ProcessingOutputConfig, OutputDataConfig } = {
      ...Arguments,
      ...(Arguments.TrainingJobDefinition as object | undefined),
    } as {
      ProcessingInputs?: { S3Input: { S3Uri: unknown } }[];
      InputDataConfig?: { DataSource: { S3DataSource: { S3Uri: unknown } } }[];
      ProcessingOutputConfig?: { Outputs: { S3Output: { S3Uri: unknown } }[] };
      OutputDataConfig?: { S3OutputPath: unknown };
    };
    read.push(
      ...(ProcessingInputs ?? []).map(({ S3Input }) => textOf(S3Input.S3Uri)),
      ...(InputDataConfig ?? []).map(({ DataSource }) => textOf(DataSource.S3DataSource.S3Uri)),
    );
    written.push(...(ProcessingOutputConfig?.Outputs ?? []).map(({ S3Output }) => `${textOf(S3Output.S3Uri)}/evaluation.json`));
    if (OutputDataConfig !== undefined) written.push(`${textOf(OutputDataConfig.S3OutputPath)}/job/output/model.tar.gz`);
  }
  return { read: read.filter(uri => uri.startsWith('s3:')), written };
}

/** A stand-in for each placeholder of the source; see infra/extraction.ts. */
function sourceValues(definition: string): Record<string, string> {
  const names = [...definition.matchAll(/\$\{(Source\w+)\}/g)].map(match => match[1]!);
  return Object.fromEntries(names.map(name => [name, name === 'SourceCodePrefix' ? 'code/fedcba9876543210' : name]));
}

/** A text, with a stand-in for what is known only at run time. */
function textOf(node: unknown): string {
  if (typeof node === 'string') return node;
  const { 'Std:Join': join, Get } = node as { 'Std:Join'?: { On: string; Values: unknown[] }; Get?: string };
  if (join !== undefined) return join.Values.map(textOf).join(join.On);
  return Get === 'Parameters.InputPrefix' ? 'data/incoming/new.csv' : 'run-time';
}

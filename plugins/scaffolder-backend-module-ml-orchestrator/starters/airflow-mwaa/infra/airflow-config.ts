import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './config';

/** Classes of environments that this app makes itself; `existing` means one that is there already. */
export const CLASSES = ['mw1.micro', 'mw1.small', 'mw1.medium'] as const;

/** An MWAA environment as `aws mwaa get-environment` describes it. */
export interface ExistingEnvironment {
  readonly name: string;
  readonly sourceBucketArn: string;
  readonly dagS3Path: string;
  readonly executionRoleArn: string;
  /** Of the key in KMS that the bucket is encrypted with, where it is one of your own; `get-environment` does not tell of it. */
  readonly bucketKeyArn?: string;
}

/** config/airflow.json: what only Airflow needs to know. */
export interface AirflowFile {
  readonly version: string;
  readonly environment: 'existing' | (typeof CLASSES)[number];
  /** Who reaches the web server of a new environment: anybody whom IAM lets in, or only the network that it is in. */
  readonly webServer: 'PUBLIC_ONLY' | 'PRIVATE_ONLY';
  /** Stack → the environment that its DAGs go to. For a stack that is not named here, `cdk deploy` wants parameters. */
  readonly existing: Readonly<Record<string, ExistingEnvironment>>;
  /** Limits how many SageMaker jobs run at once. The environment must have a pool of this name. */
  readonly pool: string;
  readonly maxJobMinutes: number;
  /** People are told of a run that has not ended this long after it was queued; from Airflow 3.1 on. */
  readonly deadlineMinutes: number;
}

type Check = (value: unknown) => boolean;
const like =
  (pattern: RegExp): Check =>
  value =>
    typeof value === 'string' && pattern.test(value);
const minutes: Check = value => Number.isInteger(value) && Number(value) > 0;
const fields = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Field → what it must be, as a check and in words. */
const EXISTING: Record<keyof ExistingEnvironment, readonly [Check, string]> = {
  name: [like(/^[A-Za-z][\w.-]{0,79}$/), 'the name of an MWAA environment'],
  sourceBucketArn: [like(/^arn:aws[a-z-]*:s3:::[a-z0-9.-]{3,63}$/), 'the ARN of a bucket'],
  dagS3Path: [like(/^[^/].*[^/]$/), 'a path without slashes at its ends'],
  executionRoleArn: [like(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/), 'the ARN of a role'],
  bucketKeyArn: [
    value => value === undefined || like(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/)(value),
    'the ARN of a key, or absent',
  ],
};

const RULES: Record<keyof AirflowFile, readonly [Check, string]> = {
  version: [like(/^3\.\d+\.\d+$/), 'a version of Airflow 3'],
  environment: [
    value => [...CLASSES, 'existing'].some(known => known === value),
    `existing, or one of ${CLASSES.join(', ')}`,
  ],
  webServer: [like(/^(PUBLIC|PRIVATE)_ONLY$/), 'PUBLIC_ONLY or PRIVATE_ONLY'],
  existing: [
    value => typeof value === 'object' && value !== null && !Array.isArray(value),
    'an object: stack → environment',
  ],
  pool: [like(/^\w[\w.-]*$/), 'the name of a pool'],
  maxJobMinutes: [minutes, 'whole minutes'],
  deadlineMinutes: [minutes, 'whole minutes'],
};

function problemsOf(value: unknown, rules: Record<string, readonly [Check, string]>, where = ''): string[] {
  const given = fields(value);
  return [
    ...Object.entries(rules)
      .filter(([key, [holds]]) => !holds(given[key]))
      .map(([key, [, rule]]) => `${where}${key} must be ${rule}, but is ${JSON.stringify(given[key]) ?? 'absent'}`),
    ...Object.keys(given)
      .filter(key => !(key in rules))
      .map(key => `${where}${key} is not known`),
  ];
}

/** Check what JSON cannot promise, so that a typing error is named here and not by CloudFormation. */
export function parseAirflowFile(value: unknown): AirflowFile {
  const problems = [
    ...problemsOf(value, RULES),
    ...Object.entries(fields(fields(value).existing)).flatMap(([stack, environment]) =>
      problemsOf(environment, EXISTING, `existing.${stack}.`),
    ),
  ];
  if (problems.length > 0) throw new Error(`config/airflow.json:\n- ${problems.join('\n- ')}`);
  return value as AirflowFile;
}

export function readAirflowFile(): AirflowFile {
  return parseAirflowFile(JSON.parse(readFileSync(path.join(ROOT, 'config', 'airflow.json'), 'utf8')));
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's root directory, wherever a command is started from. */
export const ROOT = path.resolve(__dirname, '..');

/** What deploys a model that was approved; nothing does with `none`. */
export const SERVING = ['none', 'endpoint', 'batch'] as const;

/** A place to deploy to: each one has a stack of its own. */
export interface Environment {
  readonly name: string;
  readonly account: string;
}

export interface SlackChannel {
  readonly workspaceId: string;
  readonly channelId: string;
}

/** config/pipeline.json: everything that differs between two pipelines made from the same code. */
export interface PipelineFile {
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly region: string;
  readonly framework: string;
  readonly trainingImage: string;
  readonly inferenceImage: string;
  readonly instanceType: string;
  /** The AUC from which on a model is registered. */
  readonly metricThreshold: number;
  /** The AUC from which on it is approved at once; null when people approve every model. */
  readonly autoApproveThreshold: number | null;
  /** Five-field cron expression in UTC; null when no clock starts runs. */
  readonly schedule: string | null;
  /** Whether each CSV file that arrives below `data/incoming/` starts a run on that file. */
  readonly startOnData: boolean;
  readonly serving: (typeof SERVING)[number];
  readonly notificationEmail: string | null;
  readonly slack: SlackChannel | null;
  /** In US dollars; null for no alarm about costs. */
  readonly monthlyBudget: number | null;
  readonly environments: readonly Environment[];
}

/** The pipeline in one environment. */
export interface PipelineConfig extends PipelineFile {
  /** The name, with the environment's behind it. Everything in AWS is named after it, so that two can share an account. */
  readonly id: string;
  /** Absent without environments: then it is the account of whoever deploys. */
  readonly account?: string;
}

const quoted = (value: unknown): string => JSON.stringify(value) ?? 'absent';

type Check = (value: unknown) => boolean;
/** Field → what it must be, as a check and in words. */
export type Rules<File> = Record<keyof File, readonly [Check, string]>;
const text: Check = value => typeof value === 'string' && value !== '';
export const like =
  (pattern: RegExp): Check =>
  value =>
    typeof value === 'string' && pattern.test(value);
const share: Check = value => typeof value === 'number' && value >= 0 && value <= 1;
const orNull =
  (check: Check): Check =>
  value =>
    value === null || check(value);
const fields = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

const IMAGE = like(/^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/[^:@]+[:@].+$/);
const IMAGE_RULE = 'an image in Amazon ECR with its tag';

const RULES: Rules<PipelineFile> = {
  name: [like(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/), '3 to 40 lower-case letters, digits and dashes'],
  description: [value => typeof value === 'string', 'a text'],
  owner: [text, 'a text'],
  // The names of resources and images are those of AWS's largest partition.
  region: [like(/^(?!cn-|us-gov-|[a-z]{2}-iso)[a-z]{2}(-[a-z]+)+-\d$/), 'an AWS region, not in China or GovCloud'],
  framework: [text, 'a text'],
  trainingImage: [IMAGE, IMAGE_RULE],
  inferenceImage: [IMAGE, IMAGE_RULE],
  instanceType: [like(/^ml\.[a-z0-9-]+\.[a-z0-9]+$/), 'an instance type such as ml.m5.large'],
  metricThreshold: [share, 'a number from 0 to 1'],
  autoApproveThreshold: [orNull(share), 'a number from 0 to 1, or null'],
  schedule: [orNull(text), 'five cron fields, or null'],
  startOnData: [value => typeof value === 'boolean', 'true or false'],
  serving: [value => SERVING.some(known => known === value), `one of ${SERVING.join(', ')}`],
  notificationEmail: [orNull(like(/^[^@\s]+@[^@\s]+$/)), 'an e-mail address, or null'],
  slack: [
    orNull(
      value => like(/^T[A-Z0-9]+$/)(fields(value)?.workspaceId) && like(/^[CG][A-Z0-9]+$/)(fields(value)?.channelId),
    ),
    '{"workspaceId": "T…", "channelId": "C…"}, or null',
  ],
  monthlyBudget: [orNull(value => Number.isInteger(value) && Number(value) > 0), 'whole US dollars, or null'],
  environments: [
    value =>
      Array.isArray(value) &&
      value.every(item => like(/^[a-z0-9]{2,8}$/)(fields(item)?.name) && like(/^\d{12}$/)(fields(item)?.account)),
    'a list of {"name": 2 to 8 lower-case letters and digits, "account": 12 digits}',
  ],
};

/** What is wrong with the fields of a file, in words. */
function problemsOf(given: Record<string, unknown>, rules: Rules<Record<string, unknown>>): string[] {
  return [
    ...Object.entries(rules)
      .filter(([key, [holds]]) => !holds(given[key]))
      .map(([key, [, rule]]) => `${key} must be ${rule}, but is ${quoted(given[key])}`),
    ...Object.keys(given)
      .filter(key => !(key in rules))
      .map(key => `${key} is not known`),
  ];
}

/** Check what JSON cannot promise, so that a typing error is named here and not by CloudFormation. */
export function parseConfig(value: unknown): PipelineFile {
  const given = fields(value);
  if (given === undefined) throw new Error('config/pipeline.json must hold one JSON object');
  const problems = problemsOf(given, RULES);
  if (problems.length === 0) {
    const { autoApproveThreshold, metricThreshold, environments } = given as unknown as PipelineFile;
    if (autoApproveThreshold !== null && autoApproveThreshold < metricThreshold) {
      problems.push(
        `autoApproveThreshold must not be below metricThreshold, ${metricThreshold}: such a model is not registered`,
      );
    }
    if (new Set(environments.map(({ name }) => name)).size < environments.length) {
      problems.push('environments must have names that differ');
    }
  }
  if (problems.length > 0) throw new Error(`config/pipeline.json:\n- ${problems.join('\n- ')}`);
  return given as unknown as PipelineFile;
}

/** One configuration per environment, in their order; a single one without an account where there are none. */
export function configsOf(file: PipelineFile): PipelineConfig[] {
  if (file.environments.length === 0) return [{ ...file, id: file.name }];
  return file.environments.map(({ name, account }) => ({ ...file, id: `${file.name}-${name}`, account }));
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(ROOT, 'config', name), 'utf8'));

export const readPipelineFile = (): PipelineFile => parseConfig(readJson('pipeline.json'));

/** Another file of config/, whose fields follow the rules. */
export function readConfigFile<File>(name: string, rules: Rules<File>): File {
  const given = fields(readJson(name)) ?? {};
  const problems = problemsOf(given, rules);
  if (problems.length > 0) throw new Error(`config/${name}:\n- ${problems.join('\n- ')}`);
  return given as File;
}

export const loadConfigs = (): PipelineConfig[] => configsOf(readPipelineFile());

/**
 * The id in at most `length` characters, for names with a limit. The environment stays whole, for it is what people look for. What was cut
 * off leaves a hash of the whole: two pipelines whose names begin alike share an account, and must not take each other's jobs for their own.
 */
export function shortId({ id, name }: PipelineConfig, length: number): string {
  if (id.length <= length) return id;
  const ending = `-${createHash('sha256').update(id).digest('hex').slice(0, 4)}${id.slice(name.length)}`;
  return name.slice(0, length - ending.length).replace(/-+$/, '') + ending;
}

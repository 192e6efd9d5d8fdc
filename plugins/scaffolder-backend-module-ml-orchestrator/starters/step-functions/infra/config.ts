import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's root directory, wherever a command is started from. */
export const ROOT = path.resolve(__dirname, '..');

/** Everything that differs between two pipelines made from the same code. */
export interface PipelineConfig {
  readonly name: string;
  readonly region: string;
  readonly metricThreshold: number;
  /** Whether each CSV file that arrives below `data/incoming/` starts a run on that file. */
  readonly startOnData: boolean;
  /** Five-field cron expression in UTC; null when no clock starts runs. */
  readonly schedule: string | null;
  readonly notificationEmail: string | null;
  readonly trainingImage: string;
  readonly instanceType: string;
}

const TEXT_PATTERNS = {
  name: /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/,
  region: /^[a-z]{2}(-[a-z]+)+-\d$/,
  trainingImage: /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/[^:@]+[:@].+$/,
  instanceType: /^ml\.[a-z0-9-]+\.[a-z0-9]+$/,
} as const;

/** Check what JSON cannot promise, so that a typing error is named here and not by CloudFormation. */
export function parseConfig(value: unknown): PipelineConfig {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('config/pipeline.json must hold one JSON object');
  }
  const fields = value as Record<string, unknown>;
  const problems: string[] = [];
  for (const [key, pattern] of Object.entries(TEXT_PATTERNS)) {
    const field = fields[key];
    if (typeof field !== 'string' || !pattern.test(field)) {
      problems.push(`${key} must match ${pattern.source}, but is ${JSON.stringify(field)}`);
    }
  }
  for (const key of ['schedule', 'notificationEmail']) {
    const field = fields[key];
    if (field !== null && (typeof field !== 'string' || field === '')) {
      problems.push(`${key} must be a text or null, but is ${JSON.stringify(field)}`);
    }
  }
  if (typeof fields.startOnData !== 'boolean') {
    problems.push(`startOnData must be true or false, but is ${JSON.stringify(fields.startOnData)}`);
  }
  const threshold = fields.metricThreshold;
  if (typeof threshold !== 'number' || !(threshold >= 0 && threshold <= 1)) {
    problems.push(`metricThreshold must be a number from 0 to 1, but is ${JSON.stringify(threshold)}`);
  }
  if (problems.length > 0) {
    throw new Error(`config/pipeline.json:\n- ${problems.join('\n- ')}`);
  }
  return fields as unknown as PipelineConfig;
}

export function loadConfig(): PipelineConfig {
  const file = path.join(ROOT, 'config', 'pipeline.json');
  return parseConfig(JSON.parse(readFileSync(file, 'utf8')));
}

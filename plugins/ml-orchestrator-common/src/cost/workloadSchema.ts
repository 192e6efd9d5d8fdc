import { z } from 'zod';
import { DEFAULT_WORKLOAD, REGION_PATTERN, WORKLOAD_LIMITS } from './workload';
import type { Workload } from './workload';

const limited = (field: keyof typeof WORKLOAD_LIMITS) => {
  const { least, most, whole } = WORKLOAD_LIMITS[field];
  const error = `must be a ${
    whole ? 'whole ' : ''
  }number from ${least} to ${most}`;
  const number = z.number(error).min(least, error).max(most, error);
  return (whole ? number.int(error) : number).default(DEFAULT_WORKLOAD[field]);
};
const text = (field: 'region' | 'environmentClass', pattern: RegExp) => {
  const error = `must look like ${DEFAULT_WORKLOAD[field]}`;
  return z.string(error).regex(pattern, error).default(DEFAULT_WORKLOAD[field]);
};

/** Checks a workload and fills in what it does not say. */
export const workloadSchema: z.ZodType<Workload, unknown> = z.strictObject({
  runsPerMonth: limited('runsPerMonth'),
  stepsPerRun: limited('stepsPerRun'),
  retriesPerRun: limited('retriesPerRun'),
  stepMinutes: limited('stepMinutes'),
  concurrency: limited('concurrency'),
  stepsPerWorker: limited('stepsPerWorker'),
  region: text('region', REGION_PATTERN),
  environmentClass: text('environmentClass', /^\S{1,63}$/),
});

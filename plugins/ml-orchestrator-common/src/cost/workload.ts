import { z } from 'zod';

/** Least and most of each number of a {@link Workload}. */
export const WORKLOAD_LIMITS = {
  runsPerMonth: { least: 0, most: 1_000_000, whole: true },
  stepsPerRun: { least: 1, most: 1_000, whole: true },
  retriesPerRun: { least: 0, most: 1_000, whole: false },
  stepMinutes: { least: 0, most: 10_080, whole: false },
  concurrency: { least: 1, most: 10_000, whole: true },
  stepsPerWorker: { least: 1, most: 1_000, whole: true },
} as const;

const limited = (field: keyof typeof WORKLOAD_LIMITS) => {
  const { least, most, whole } = WORKLOAD_LIMITS[field];
  const error = `must be a ${
    whole ? 'whole ' : ''
  }number from ${least} to ${most}`;
  const number = z.number(error).min(least, error).max(most, error);
  return whole ? number.int(error) : number;
};

/** What is run in a month. Every field has a default, so that an estimate needs none. */
export const workloadSchema = z.strictObject({
  runsPerMonth: limited('runsPerMonth').default(100),
  /** Steps, or states, that the workflow goes through in one run. */
  stepsPerRun: limited('stepsPerRun').default(8),
  /** Steps that are tried again in one run, on average. */
  retriesPerRun: limited('retriesPerRun').default(0),
  /** Minutes that the orchestrator attends to a step, on average. */
  stepMinutes: limited('stepMinutes').default(15),
  /** Steps at work at the same time when it is busiest. */
  concurrency: limited('concurrency').default(1),
  /** Steps that one worker of an environment takes at a time. */
  stepsPerWorker: limited('stepsPerWorker').default(5),
  /** AWS region code. */
  region: z
    .string('must be a region such as us-east-1')
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region such as us-east-1')
    .default('us-east-1'),
  environmentClass: z
    .string('must be a class such as mw1.small')
    .trim()
    .min(1, 'must be a class such as mw1.small')
    .max(63, 'must be a class such as mw1.small')
    .default('mw1.small'),
});

/** What is run in a month. */
export type Workload = z.infer<typeof workloadSchema>;

/** The workload of somebody who has said nothing yet. */
export const DEFAULT_WORKLOAD: Workload = workloadSchema.parse({});

/** What is run in a month. */
export interface Workload {
  runsPerMonth: number;
  /** Steps, or states, that the workflow goes through in one run. */
  stepsPerRun: number;
  /** Steps that are tried again in one run, on average. */
  retriesPerRun: number;
  /** Minutes that the orchestrator attends to a step, on average. */
  stepMinutes: number;
  /** Steps at work at the same time when it is busiest. */
  concurrency: number;
  /** Steps that one worker of an environment takes at a time. */
  stepsPerWorker: number;
  /** AWS region code. */
  region: string;
  /** Size of an environment of one's own. */
  environmentClass: string;
}

/** The workload of somebody who has said nothing yet. */
export const DEFAULT_WORKLOAD: Workload = {
  runsPerMonth: 100,
  stepsPerRun: 8,
  retriesPerRun: 0,
  stepMinutes: 15,
  concurrency: 1,
  stepsPerWorker: 5,
  region: 'us-east-1',
  environmentClass: 'mw1.small',
};

/** Least and most of each number of a {@link Workload}. */
export const WORKLOAD_LIMITS = {
  runsPerMonth: { least: 0, most: 1_000_000, whole: true },
  stepsPerRun: { least: 1, most: 1_000, whole: true },
  retriesPerRun: { least: 0, most: 1_000, whole: false },
  stepMinutes: { least: 0, most: 10_080, whole: false },
  concurrency: { least: 1, most: 10_000, whole: true },
  stepsPerWorker: { least: 1, most: 1_000, whole: true },
} as const;

/** What the code of a region looks like. */
export const REGION_PATTERN = /^[a-z]{2}(-[a-z]+)+-\d$/;

import type { PriceComponent } from '../guidance/types';
import type { Workload } from './workload';

/** Hours in a month, as cloud providers count: 365 × 24 ÷ 12. */
export const HOURS_PER_MONTH = 730;

/** What is paid of each task, in minutes, even when it is done sooner. */
export const LEAST_TASK_MINUTES = 1;

/** Workers beside the one that an environment comes with. */
export function additionalWorkers({
  concurrency,
  stepsPerWorker,
}: Workload): number {
  return Math.ceil(concurrency / stepsPerWorker) - 1;
}

/**
 * How much of a component a month takes: a part that is there anyway, and a part for
 * each run. Additional workers are counted while all steps that may work at the same
 * time do; that is the least, since scaling up and down takes time of its own.
 */
export function quantityOf(
  component: PriceComponent,
  workload: Workload,
): { fixed: number; perRun: number } {
  const { stepsPerRun, retriesPerRun, stepMinutes, concurrency } = workload;
  const tries = stepsPerRun + retriesPerRun;
  switch (component) {
    case 'month':
      return { fixed: 1, perRun: 0 };
    case 'run':
      return { fixed: 0, perRun: 1 };
    case 'step-transition':
      return { fixed: 0, perRun: tries };
    case 'task-hour':
      return {
        fixed: 0,
        perRun: (tries * Math.max(LEAST_TASK_MINUTES, stepMinutes)) / 60,
      };
    case 'environment-hour':
      return { fixed: HOURS_PER_MONTH, perRun: 0 };
    case 'worker-hour':
      return {
        fixed: 0,
        perRun:
          (additionalWorkers(workload) * tries * stepMinutes) /
          60 /
          concurrency,
      };
    default:
      throw new Error(`Unknown component ${component satisfies never}`);
  }
}

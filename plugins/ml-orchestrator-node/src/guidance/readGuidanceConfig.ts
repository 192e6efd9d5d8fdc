import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { GuidanceWarning } from 'backstage-plugin-ml-orchestrator-common';

/** What `mlOrchestrator.guidance` says. */
export interface GuidanceConfig {
  extendsDefault: boolean;
  layers: string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** What is wrong with the configuration; defaults stand in for it. */
  problems: GuidanceWarning[];
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  // The first load happens at start, so the first refresh can wait.
  initialDelay: { minutes: 5 },
  timeout: { minutes: 2 },
};

const UNITS = {
  weeks: 604_800_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

/** Milliseconds between refreshes; undefined where they follow a calendar or come by hand. */
export function refreshInterval({
  frequency,
}: Pick<SchedulerServiceTaskScheduleDefinition, 'frequency'>):
  | number
  | undefined {
  if ('toMillis' in frequency) {
    return frequency.toMillis();
  }
  if (
    'cron' in frequency ||
    'trigger' in frequency ||
    frequency.years ||
    frequency.months
  ) {
    return undefined;
  }
  return Object.entries(UNITS).reduce(
    (sum, [unit, length]) =>
      sum + (frequency[unit as keyof typeof UNITS] ?? 0) * length,
    0,
  );
}

/** Reads the configuration. A mistake in it is reported, and never stops the portal. */
export function readGuidanceConfig(config: Config): GuidanceConfig {
  const problems: GuidanceWarning[] = [];
  const read = <T>(key: string, fallback: T, from: () => T | undefined): T => {
    try {
      return from() ?? fallback;
    } catch (error) {
      problems.push({
        severity: 'error',
        code: 'config',
        message: error instanceof Error ? error.message : String(error),
        hint: `Correct mlOrchestrator.guidance.${key} in the app configuration.`,
      });
      return fallback;
    }
  };
  const at = (key: string) => `mlOrchestrator.guidance.${key}`;
  return {
    extendsDefault: read('extendsDefault', true, () =>
      config.getOptionalBoolean(at('extendsDefault')),
    ),
    layers: read('layers', [], () =>
      config.getOptionalStringArray(at('layers')),
    ),
    schedule: read('schedule', DEFAULT_SCHEDULE, () => {
      const schedule = config.getOptionalConfig(at('schedule'));
      return (
        schedule &&
        readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      );
    }),
    problems,
  };
}

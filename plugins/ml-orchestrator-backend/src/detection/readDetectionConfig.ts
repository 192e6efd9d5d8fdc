import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** How repositories are looked into. */
export interface DetectionConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  budget: number;
  types?: ReadonlySet<string>;
}

const DEFAULT_BUDGET = 50;

/** Reads `mlOrchestrator.detection`; `undefined` when it is off, as it is by default. */
export function readDetectionConfig(
  config: RootConfigService,
): DetectionConfig | undefined {
  const detection = config.getOptionalConfig('mlOrchestrator.detection');
  if (!detection?.getOptionalBoolean('enabled')) {
    return undefined;
  }
  const schedule = detection.getOptionalConfig('schedule');
  const budget =
    detection.getOptionalNumber('repositoriesPerRun') ?? DEFAULT_BUDGET;
  if (!Number.isInteger(budget) || budget < 1) {
    throw new InputError(
      'mlOrchestrator.detection.repositoriesPerRun: must be a whole number, 1 or more',
    );
  }
  const types = detection.getOptionalStringArray('types');
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { hours: 1 },
          timeout: { minutes: 30 },
          initialDelay: { minutes: 1 },
        },
    budget,
    ...(types && { types: new Set(types.map(type => type.toLowerCase())) }),
  };
}

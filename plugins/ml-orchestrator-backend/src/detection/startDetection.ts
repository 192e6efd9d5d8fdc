import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  localRepositoriesRoot,
  type GuidanceService,
} from 'backstage-plugin-ml-orchestrator-node';
import { DetectionJob } from './DetectionJob';
import type { DetectionStore } from './DetectionStore';
import { readDetectionConfig } from './readDetectionConfig';

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  guidance: GuidanceService;
  logger: LoggerService;
  reader: UrlReaderService;
  scheduler: SchedulerService;
  store: DetectionStore;
}

/** Looks into repositories as often as the configuration says; not at all if that does not enable it. */
export async function startDetection(options: Options): Promise<void> {
  const { config, scheduler } = options;
  const detection = readDetectionConfig(config);
  if (!detection) {
    return;
  }
  const { schedule, ...limits } = detection;
  const job = new DetectionJob({
    ...options,
    ...limits,
    integrations: ScmIntegrations.fromConfig(config),
    localRoot: localRepositoriesRoot(config),
  });
  // Of several backends on one database, one does it.
  await scheduler.createScheduledTaskRunner(schedule).run({
    id: 'ml-orchestrator:detection',
    fn: async signal => {
      await job.run(signal);
    },
  });
}

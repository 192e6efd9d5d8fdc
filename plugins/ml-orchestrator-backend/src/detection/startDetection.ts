import type {
  AuthService,
  HttpAuthService,
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
import type { Router } from 'express';
import { DetectionJob } from './DetectionJob';
import type { DetectionStore } from './DetectionStore';
import { createProposalsRouter } from './proposalsRouter';
import {
  readDetectionConfig,
  type DetectionConfig,
} from './readDetectionConfig';

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  reader: UrlReaderService;
  scheduler: SchedulerService;
  store: DetectionStore;
}

/**
 * Looks into repositories as often as the configuration says, and gives the router that
 * serves what it proposes. Where detection is off it does neither: what was found before
 * gets no better.
 */
export async function startDetection(options: Options): Promise<Router> {
  const detection = readDetectionConfig(options.config);
  if (detection) {
    await schedule(options, detection);
  }
  return createProposalsRouter({ ...options, enabled: Boolean(detection) });
}

async function schedule(
  options: Options,
  { schedule: when, ...limits }: DetectionConfig,
) {
  const { config, scheduler } = options;
  const job = new DetectionJob({
    ...options,
    ...limits,
    integrations: ScmIntegrations.fromConfig(config),
    localRoot: localRepositoriesRoot(config),
  });
  // Of several backends on one database, one does it.
  await scheduler.createScheduledTaskRunner(when).run({
    id: 'ml-orchestrator:detection',
    fn: async signal => {
      await job.run(signal);
    },
  });
}

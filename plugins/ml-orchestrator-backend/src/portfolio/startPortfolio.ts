import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { DEFAULT_PIPELINE_TYPES } from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { createPortfolioRouter } from './createPortfolioRouter';
import { OwnerNotifier } from './OwnerNotifier';
import { PortfolioQueries } from './PortfolioQueries';
import { PortfolioRefresher } from './PortfolioRefresher';
import { PortfolioStore } from './PortfolioStore';
import { Visibility } from './Visibility';

const TASK = 'ml-orchestrator-portfolio-refresh';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 10 },
  // The catalog is just starting as well.
  initialDelay: { seconds: 30 },
};

/** Where the portal has the portfolio if its page was not moved. */
const DEFAULT_PATH = '/ml-orchestrator/portfolio';

interface Services {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  guidance: GuidanceService;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
}

/** Keeps the portfolio on its schedule, and gives the router that serves it. */
export async function startPortfolio(services: Services): Promise<Router> {
  const { catalog, config, guidance, knex, logger, notifications, scheduler } =
    services;
  const options = config.getOptionalConfig('mlOrchestrator.portfolio');
  const types =
    options?.getOptionalStringArray('types') ?? DEFAULT_PIPELINE_TYPES;
  const schedule = options?.getOptionalConfig('schedule');
  const store = new PortfolioStore(knex);
  const refresher = new PortfolioRefresher({
    ...services,
    store,
    types,
    notifier: options?.getOptionalBoolean('notifications.enabled')
      ? new OwnerNotifier({
          logger,
          notifications,
          path: options.getOptionalString('notifications.path') ?? DEFAULT_PATH,
        })
      : undefined,
  });

  await scheduler.scheduleTask({
    ...(schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE),
    id: TASK,
    // However many instances there are, one does the work for all.
    scope: 'global',
    fn: async signal => {
      const { outcome, ...counts } = await refresher.refresh(signal);
      logger.info(
        `Portfolio refresh ${outcome}: ${counts.seen} pipelines seen, ${counts.written} written, ${counts.removed} removed`,
      );
    },
  });
  guidance.onChange?.(() => {
    // It may be running already, and then takes the change along or leaves it to the next run.
    scheduler.triggerTask(TASK).catch(error => {
      logger.debug('The portfolio is not refreshed at once', error as Error);
    });
  });

  return createPortfolioRouter({
    ...services,
    store,
    queries: new PortfolioQueries(knex),
    visibility: new Visibility({
      catalog,
      permissions: services.permissions,
      types,
    }),
  });
}

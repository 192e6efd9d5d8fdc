import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { GuidanceLoader } from './guidance/GuidanceLoader';
import type { GuidanceService } from './guidance/GuidanceService';
import {
  readGuidanceConfig,
  refreshInterval,
} from './guidance/readGuidanceConfig';
import { createLayerReader } from './guidance/readLayer';

/**
 * The organisation's guidance, for any backend plugin or module. Each plugin
 * that depends on it keeps its own copy fresh on the configured schedule.
 */
export const guidanceServiceRef = createServiceRef<GuidanceService>({
  id: 'ml-orchestrator.guidance',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async factory({ config, logger, scheduler, urlReader }) {
        const guidanceConfig = readGuidanceConfig(config);
        const loader = new GuidanceLoader({
          config: guidanceConfig,
          logger,
          readLayer: createLayerReader(urlReader),
          interval: guidanceConfig.layers.length
            ? refreshInterval(guidanceConfig.schedule)
            : undefined,
        });
        const refresh = async () => {
          try {
            await loader.refresh();
          } catch (error) {
            logger.error('Guidance cannot be loaded', error as Error);
          }
        };
        // Started but not awaited: a slow layer must not hold up the portal.
        refresh();
        if (guidanceConfig.layers.length) {
          await scheduler.scheduleTask({
            ...guidanceConfig.schedule,
            id: 'ml-orchestrator-guidance-refresh',
            // Every instance serves guidance from its own memory.
            scope: 'local',
            fn: refresh,
          });
        }
        return loader;
      },
    }),
});

import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DEFAULT_PIPELINE_TYPES } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceServiceRef } from 'backstage-plugin-ml-orchestrator-node';
import { OrchestratorEntityProvider } from './OrchestratorEntityProvider';
import { OrchestratorProcessor } from './OrchestratorProcessor';

/** Adds an entity for each orchestrator, and links entities to theirs. */
export const catalogModuleMlOrchestrator = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ml-orchestrator',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        guidance: guidanceServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, guidance, logger, scheduler }) {
        const schedule = config.getOptionalConfig(
          'mlOrchestrator.catalog.schedule',
        );
        const taskRunner = scheduler.createScheduledTaskRunner(
          schedule
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
            : { frequency: { minutes: 5 }, timeout: { minutes: 2 } },
        );
        catalog.addEntityProvider(
          new OrchestratorEntityProvider({
            guidance,
            logger,
            taskRunner,
            owner: config.getOptionalString('mlOrchestrator.catalog.owner'),
          }),
        );
        catalog.addProcessor(
          new OrchestratorProcessor({
            guidance,
            logger,
            // The portfolio goes by the same.
            pipelineTypes:
              config.getOptionalStringArray('mlOrchestrator.portfolio.types') ??
              DEFAULT_PIPELINE_TYPES,
          }),
        );
      },
    });
  },
});

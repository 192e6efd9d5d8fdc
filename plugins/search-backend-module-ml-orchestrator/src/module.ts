import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { guidanceServiceRef } from 'backstage-plugin-ml-orchestrator-node';
import { GuidanceCollatorFactory } from './GuidanceCollatorFactory';

const CONFIG = 'search.collators.mlOrchestrator';

/** Makes the guide findable in the portal's search. */
export const searchModuleMlOrchestrator = createBackendModule({
  pluginId: 'search',
  moduleId: 'ml-orchestrator-collator',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        guidance: guidanceServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, guidance, indexRegistry, scheduler }) {
        const schedule = config.getOptionalConfig(`${CONFIG}.schedule`);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            schedule
              ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
              : {
                  frequency: { minutes: 10 },
                  timeout: { minutes: 2 },
                  initialDelay: { seconds: 3 },
                },
          ),
          factory: new GuidanceCollatorFactory(
            guidance,
            config.getOptionalString(`${CONFIG}.basePath`) ??
              '/ml-orchestrator',
          ),
        });
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { localRepositoriesRoot } from 'backstage-plugin-ml-orchestrator-node';
import { LocalRepositoryProvider } from './LocalRepositoryProvider';

/** Repositories published to the local folder appear in the catalog by themselves. */
export const catalogModuleLocalRepositories = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'ml-orchestrator-local-repositories',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, scheduler }) {
        const root = localRepositoriesRoot(config);
        if (!root) {
          return;
        }
        const runner = scheduler.createScheduledTaskRunner({
          frequency: { seconds: 10 },
          timeout: { seconds: 30 },
          // The folder is on this machine, so every instance looks at its own.
          scope: 'local',
        });
        catalog.addEntityProvider(
          new LocalRepositoryProvider({ root, runner, logger }),
        );
      },
    });
  },
});

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { mlOrchestratorPermissions } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceServiceRef } from 'backstage-plugin-ml-orchestrator-node';
import { registerActions } from './actions';
import { openDatabase } from './database';
import { DetectionStore, startDetection } from './detection';
import { PipelineGraphReader, readableFolders } from './pipeline';
import { startPortfolio } from './portfolio';
import { createRouter } from './service/router';

/** Serves the guidance and the decision engine over HTTP, and to assistants. */
export const mlOrchestratorPlugin = createBackendPlugin({
  pluginId: 'ml-orchestrator',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        guidance: guidanceServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        // Sends over HTTP, so that a portal without the notifications plugin starts all the same.
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init({
        actionsRegistry,
        auth,
        cache,
        catalog,
        config,
        database,
        guidance,
        httpAuth,
        httpRouter,
        logger,
        notifications,
        permissions,
        permissionsRegistry,
        reader,
        scheduler,
      }) {
        const knex = await openDatabase(database);
        registerActions({ actionsRegistry, guidance });
        permissionsRegistry.addPermissions(mlOrchestratorPermissions);
        const graphs = new PipelineGraphReader({
          reader,
          integrations: ScmIntegrations.fromConfig(config),
          cache: cache.withOptions({ defaultTtl: { hours: 1 } }),
          logger,
          roots: readableFolders(config),
        });
        httpRouter.use(
          createRouter({ catalog, graphs, guidance, httpAuth, permissions }),
        );
        httpRouter.use(
          await startDetection({
            auth,
            catalog,
            config,
            guidance,
            httpAuth,
            logger,
            reader,
            scheduler,
            store: new DetectionStore(knex),
          }),
        );
        httpRouter.use(
          await startPortfolio({
            auth,
            catalog,
            config,
            guidance,
            httpAuth,
            knex,
            logger,
            notifications,
            permissions,
            scheduler,
          }),
        );
        httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });
      },
    });
  },
});

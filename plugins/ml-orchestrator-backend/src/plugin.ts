import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mlOrchestratorPermissions } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceServiceRef } from 'backstage-plugin-ml-orchestrator-node';
import { registerActions } from './actions';
import { openDatabase } from './database';
import { createRouter } from './service/router';

/** Serves the guidance and the decision engine over HTTP, and to assistants. */
export const mlOrchestratorPlugin = createBackendPlugin({
  pluginId: 'ml-orchestrator',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        database: coreServices.database,
        guidance: guidanceServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({
        actionsRegistry,
        database,
        guidance,
        httpAuth,
        httpRouter,
        permissions,
        permissionsRegistry,
      }) {
        await openDatabase(database);
        registerActions({ actionsRegistry, guidance });
        permissionsRegistry.addPermissions(mlOrchestratorPermissions);
        httpRouter.use(createRouter({ guidance, httpAuth, permissions }));
        httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });
      },
    });
  },
});

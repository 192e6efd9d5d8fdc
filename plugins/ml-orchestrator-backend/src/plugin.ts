import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mlOrchestratorPermissions } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceServiceRef } from 'backstage-plugin-ml-orchestrator-node';
import { createRouter } from './service/router';

/** Serves the guidance and the decision engine over HTTP. */
export const mlOrchestratorPlugin = createBackendPlugin({
  pluginId: 'ml-orchestrator',
  register(env) {
    env.registerInit({
      deps: {
        guidance: guidanceServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({
        guidance,
        httpAuth,
        httpRouter,
        permissions,
        permissionsRegistry,
      }) {
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

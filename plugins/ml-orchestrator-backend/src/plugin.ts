import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
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
      },
      async init({ guidance, httpAuth, httpRouter }) {
        httpRouter.use(createRouter({ guidance, httpAuth }));
        httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });
      },
    });
  },
});

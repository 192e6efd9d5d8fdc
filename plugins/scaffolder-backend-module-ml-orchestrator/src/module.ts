import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { guidanceServiceRef } from 'backstage-plugin-ml-orchestrator-node';
import { createGenerateAction } from './actions/generate';
import { createPublishLocalAction } from './actions/publishLocal';
import { createRecommendAction } from './actions/recommend';
import { createPreviewRouter } from './preview';
import { readStarterTrees, type StarterTrees } from './starters';

/** Adds the actions of ML Orchestrator to the scaffolder, and the preview of what they generate. */
export const scaffolderModuleMlOrchestrator = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ml-orchestrator',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        guidance: guidanceServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ actions, config, guidance, httpAuth, httpRouter }) {
        const trees = starterTrees();
        httpRouter.use(createPreviewRouter({ guidance, httpAuth, trees }));
        actions.addActions(
          createRecommendAction({ guidance }),
          createGenerateAction({ guidance, trees }),
          createPublishLocalAction({ config }),
        );
      },
    });
  },
});

/** The trees in this package, read on first use and then kept. */
export function starterTrees(): () => Promise<StarterTrees> {
  const root = resolvePackagePath(
    'backstage-plugin-scaffolder-backend-module-ml-orchestrator',
    'starters',
  );
  let trees: Promise<StarterTrees> | undefined;
  return () => {
    trees ??= readStarterTrees(root).catch(error => {
      trees = undefined;
      throw error;
    });
    return trees;
  };
}

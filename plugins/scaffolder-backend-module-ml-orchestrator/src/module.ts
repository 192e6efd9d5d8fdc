import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import {
  guidanceServiceRef,
  startersExtensionPoint,
  type AddedStarter,
} from 'backstage-plugin-ml-orchestrator-node';
import { createCommitLocalAction } from './actions/commitLocal';
import { createFetchCatalogInfoAction } from './actions/fetchCatalogInfo';
import { createGenerateAction } from './actions/generate';
import { createLinkAction } from './actions/link';
import { createPublishLocalAction } from './actions/publishLocal';
import { createRecommendAction } from './actions/recommend';
import { createStarterRouter } from './api';
import {
  addStarter,
  readStarter,
  readStarterTrees,
  type StarterTrees,
} from './starters';

/** Adds the actions of ML Orchestrator to the scaffolder, and the preview of what they generate. */
export const scaffolderModuleMlOrchestrator = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ml-orchestrator',
  register(env) {
    const added: AddedStarter[] = [];
    env.registerExtensionPoint(startersExtensionPoint, {
      addStarter: starter => added.push(starter),
    });
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        guidance: guidanceServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        reader: coreServices.urlReader,
      },
      async init({
        actions,
        catalog,
        config,
        guidance,
        httpAuth,
        httpRouter,
        reader,
      }) {
        const trees = starterTrees(added);
        // A mistake in somebody's own starter should show at start, and not when the first repository is wanted.
        if (added.length > 0) {
          await trees();
        }
        httpRouter.use(createStarterRouter({ guidance, httpAuth, trees }));
        actions.addActions(
          createRecommendAction({ guidance }),
          createGenerateAction({ guidance, trees }),
          createPublishLocalAction({ config }),
          createFetchCatalogInfoAction({ catalog, config, reader }),
          createLinkAction({ guidance }),
          createCommitLocalAction({ config }),
        );
      },
    });
  },
});

/** The trees in this package and those that were added, read on first use and then kept. */
export function starterTrees(
  added: AddedStarter[] = [],
): () => Promise<StarterTrees> {
  const root = resolvePackagePath(
    'backstage-plugin-scaffolder-backend-module-ml-orchestrator',
    'starters',
  );
  const read = async () => {
    const trees = await readStarterTrees(root);
    for (const { id, directory } of added) {
      addStarter(trees, id, await readStarter(directory));
    }
    return trees;
  };
  let trees: Promise<StarterTrees> | undefined;
  return () => {
    trees ??= read().catch(error => {
      trees = undefined;
      throw error;
    });
    return trees;
  };
}

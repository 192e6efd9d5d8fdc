import { resolve } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { startersExtensionPoint } from 'backstage-plugin-ml-orchestrator-node';

/** Adds the starter of the made-up organisation in `examples/guidance`; `docs/starters.md` tells how it is made. */
export default createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'our-ml-starters',
  register(env) {
    env.registerInit({
      deps: { starters: startersExtensionPoint },
      async init({ starters }) {
        starters.addStarter({
          id: 'kubeflow-pipelines',
          directory: resolve(__dirname, 'kubeflow-pipelines'),
        });
      },
    });
  },
});

import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { mlOrchestratorApiRef } from '../api';
import { FixtureApi } from './FixtureApi';

/** A small guide and the real engine in the place of a backend. */
export const fixtureModule = createFrontendModule({
  pluginId: 'ml-orchestrator',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: mlOrchestratorApiRef,
          deps: {},
          factory: () => new FixtureApi(),
        }),
    }),
  ],
});

import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import plugin, { mlOrchestratorApiRef } from '../src';
import { FixtureApi } from '../src/__fixtures__';
import translations from '../src/translations';

// A small guide and the real engine, in the browser: no backend is needed.
const fixtureApi = createFrontendModule({
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

createDevApp({ features: [plugin, fixtureApi, translations] });

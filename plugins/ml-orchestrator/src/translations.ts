/**
 * The languages of ML Orchestrator besides English: a module for the portal's `app` plugin
 * (default export), and the resource for the old frontend system.
 *
 * @packageDocumentation
 */
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { mlOrchestratorTranslations } from './translation';

export {
  mlOrchestratorTranslationRef,
  mlOrchestratorTranslations,
} from './translation';

/** Adds the plugin's languages to the portal; which of them are offered is the portal's configuration. */
export default createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'ml-orchestrator',
      params: { resource: mlOrchestratorTranslations },
    }),
  ],
});

import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import mlOrchestratorTranslations from 'backstage-plugin-ml-orchestrator/translations';
import { navModule } from './nav';
import { catalogGraphModule } from './catalogGraph';

// All other plugins are discovered from package.json (`app.packages: all`).
export default createApp({
  features: [
    catalogPlugin,
    navModule,
    catalogGraphModule,
    mlOrchestratorTranslations,
  ],
});

import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import orchestratorRelations from 'backstage-plugin-ml-orchestrator/catalog-graph';
import mlOrchestratorTranslations from 'backstage-plugin-ml-orchestrator/translations';
import { navModule } from './nav';

// All other plugins are discovered from package.json (`app.packages: all`).
export default createApp({
  features: [
    catalogPlugin,
    navModule,
    orchestratorRelations,
    mlOrchestratorTranslations,
  ],
});

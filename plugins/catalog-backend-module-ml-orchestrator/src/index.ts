/**
 * Orchestrators in the catalog, what they run, and the repositories that were
 * published on this machine.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { catalogModuleLocalRepositories } from './localRepositories';
import { catalogModuleMlOrchestrator } from './module';

export default createBackendFeatureLoader({
  loader: () => [catalogModuleMlOrchestrator, catalogModuleLocalRepositories],
});

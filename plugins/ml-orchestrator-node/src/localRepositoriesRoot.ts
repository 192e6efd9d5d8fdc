import { resolve } from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * The folder of local git repositories from `mlOrchestrator.localRepositories.root`,
 * resolved against the working directory; `undefined` when they are not enabled.
 * The scaffolder writes there and the catalog reads there, so both ask here.
 */
export function localRepositoriesRoot(
  config: RootConfigService,
): string | undefined {
  const root = config.getOptionalString(
    'mlOrchestrator.localRepositories.root',
  );
  return root ? resolve(root) : undefined;
}

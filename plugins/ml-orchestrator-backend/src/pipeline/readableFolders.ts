import { resolve } from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { localRepositoriesRoot } from 'backstage-plugin-ml-orchestrator-node';

/** Folders of this machine that definitions may be read from: the local repositories, and those of `mlOrchestrator.pipelineGraph.folders`. */
export function readableFolders(config: RootConfigService): string[] {
  const root = localRepositoriesRoot(config);
  const folders =
    config.getOptionalStringArray('mlOrchestrator.pipelineGraph.folders') ?? [];
  return [...(root ? [root] : []), ...folders.map(folder => resolve(folder))];
}

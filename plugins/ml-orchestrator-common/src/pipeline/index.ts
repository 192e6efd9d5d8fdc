export * from './answer';
export { definitionPaths, relativePath } from './definitionPlace';
export type { DefinitionPaths } from './definitionPlace';
export {
  formatOf,
  MAX_PIPELINE_EDGES,
  MAX_PIPELINE_NODES,
  readPipelineGraph,
} from './readPipelineGraph';
export * from './types';

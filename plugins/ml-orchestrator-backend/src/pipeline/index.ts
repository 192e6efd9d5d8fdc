export { PipelineGraphReader } from './PipelineGraphReader';
export { readableFolders } from './readableFolders';

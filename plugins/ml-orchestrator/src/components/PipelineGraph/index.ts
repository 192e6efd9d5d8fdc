export { PipelineGraphSection } from './PipelineGraphSection';

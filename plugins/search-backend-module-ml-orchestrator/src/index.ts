/**
 * What the guide says, in the portal's search.
 *
 * @packageDocumentation
 */
export { searchModuleMlOrchestrator as default } from './module';

/**
 * Scaffolder actions and starters of ML Orchestrator.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMlOrchestrator as default } from './module';

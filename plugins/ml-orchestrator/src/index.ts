/**
 * The frontend of ML Orchestrator: the guide's pages, the entity card and the
 * template form fields.
 *
 * @packageDocumentation
 */
export { mlOrchestratorPlugin as default } from './plugin';
export * from './api';

/**
 * The HTTP API of ML Orchestrator.
 *
 * @packageDocumentation
 */
export { mlOrchestratorPlugin as default } from './plugin';

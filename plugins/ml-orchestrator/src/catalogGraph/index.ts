/**
 * Teaches the catalog graph the relations between pipelines and their orchestrators.
 * Optional: it replaces the API by which the catalog graph knows relations.
 *
 * @packageDocumentation
 */
export { catalogGraphModule as default } from './catalogGraphModule';
export { withOrchestratorRelations } from './withOrchestratorRelations';

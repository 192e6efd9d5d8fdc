/**
 * ML Orchestrator for portals on Backstage's old frontend system: the same pages, card
 * and form field.
 *
 * @packageDocumentation
 */
export {
  EntityOrchestratorCard,
  GuideSearchResultListItem,
  isOrchestratorAvailable,
  MlOrchestratorPage,
  mlOrchestratorPlugin,
  OrchestratorDecisionFieldExtension,
  StarterPreviewFieldExtension,
} from './plugin';
export * from '../api';

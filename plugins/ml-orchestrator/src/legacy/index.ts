/**
 * ML Orchestrator for portals on Backstage's old frontend system: the same pages, card
 * and form fields.
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
  StarterOptionsFieldExtension,
  StarterPreviewFieldExtension,
} from './plugin';
export * from '../api';

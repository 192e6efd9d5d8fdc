/**
 * ML Orchestrator for portals on Backstage's old frontend system: the same pages, card
 * and form fields.
 *
 * @packageDocumentation
 */
export {
  EntityLinkInvitationCard,
  EntityLinkProposalCard,
  EntityOrchestratedCard,
  EntityOrchestratorCard,
  EntityOrchestratorContent,
  EntityOrchestratorProfileCard,
  GuideSearchResultListItem,
  isLinkInvited,
  isLinkProposable,
  isOrchestrator,
  isOrchestratorAvailable,
  MlOrchestratorPage,
  mlOrchestratorPlugin,
  OrchestratorDecisionFieldExtension,
  StarterOptionsFieldExtension,
  StarterPreviewFieldExtension,
} from './plugin';
export {
  EntityOrchestratorFilter,
  EntityOrchestratorPicker,
  EntityVerdictFilter,
  EntityVerdictPicker,
} from '../components/CatalogFilters';
export type { PipelineSigns } from '../lib/likelyPipeline';
export * from '../api';

/**
 * What backend code of ML Orchestrator shares: the guidance service and the
 * default guidance.
 *
 * @packageDocumentation
 */
export { checkGuidanceFiles } from './guidance/checkGuidanceFiles';
export type { GuidanceReport } from './guidance/checkGuidanceFiles';
export { checkProposedLayers } from './guidance/checkProposedLayers';
export type { ProposedLayer } from './guidance/checkProposedLayers';
export { describeProblem } from './guidance/describeProblem';
export { loadDefaultGuidance } from './guidance/defaultGuidance';
export type {
  GuidanceService,
  LoadedGuidance,
} from './guidance/GuidanceService';
export { guidanceServiceRef } from './guidanceServiceRef';
export { readJson } from './readJson';
export { startersExtensionPoint } from './startersExtensionPoint';
export type {
  AddedStarter,
  StartersExtensionPoint,
} from './startersExtensionPoint';
export { localRepositoriesRoot } from './localRepositoriesRoot';

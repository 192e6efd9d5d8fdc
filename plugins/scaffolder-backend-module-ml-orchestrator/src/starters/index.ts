export { checkDecision, assertKnownAnswers } from './checkDecision';
export type { CheckedDecision } from './checkDecision';
export { planStarter } from './planStarter';
export type { StarterFile, StarterPlanContext } from './planStarter';
export {
  CI_SYSTEMS,
  NAME_RULE,
  nameSchema,
  parseFields,
  parseStarterSpec,
  starterSpecSchema,
  TRIGGERS,
} from './spec';
export type { StarterDecision, StarterSpec } from './spec';
export { REGIONS, trainingImage } from './trainingImages';
export type { Region } from './trainingImages';
export { readStarterTrees, readTree } from './trees';
export type { StarterTrees, TreeFile } from './trees';

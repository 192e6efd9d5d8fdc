export {
  assertKnownAnswers,
  checkDecision,
  checkStarterChoice,
  findOrchestrator,
} from './checkDecision';
export type { CheckedDecision, StarterChoice } from './checkDecision';
export { today, withDecisionMade } from './decisionMade';
export { planStarter } from './planStarter';
export type { StarterFile, StarterPlanContext } from './planStarter';
export {
  CI_SYSTEMS,
  NAME_RULE,
  nameSchema,
  parseFields,
  parseStarterSpec,
  starterSpecSchema,
} from './spec';
export type { StarterDecision, StarterSpec } from './spec';
export {
  offerProblems,
  optionsForm,
  optionsSchema,
  optionTable,
  withoutBlanks,
} from './options';
export type { Offers, StarterOption, StarterOptions } from './options';
export type { Region } from './regions';
export { addStarter, filesOf, readStarter, readStarterTrees } from './trees';
export type { StarterTree, StarterTrees, TreeFile } from './trees';

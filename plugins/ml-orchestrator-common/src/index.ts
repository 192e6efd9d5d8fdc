/**
 * The model and the decision engine of ML Orchestrator: pure functions on data,
 * the same in the browser, in the backend and in the scaffolder.
 *
 * @packageDocumentation
 */
export * from './guidance/schema';
export * from './guidance/types';
export * from './cost';
export * from './decision/answers';
export * from './decision/applicable';
export * from './decision/decisionTree';
export * from './decision/fittingHybrids';
export * from './decision/flips';
export { questionsAfter } from './decision/questionsAfter';
export * from './decision/recommend';
export * from './decision/types';
export * from './decision/weights';
export { nextQuestion } from './decision/nextQuestion';
export { possibleWinners } from './decision/possibleWinners';
export * from './entity/annotations';
export * from './entity/consoleLink';
export * from './entity/detection';
export * from './entity/locators';
export * from './entity/pipelineType';
export * from './entity/readDecision';
export * from './entity/verdict';
export * from './guidance/axisPositions';
export * from './guidance/findings';
export * from './guidance/guidanceDifferences';
export * from './guidance/guidanceStatus';
export * from './guidance/layerJsonSchema';
export * from './guidance/orchestratorTitle';
export * from './guidance/scenarioOutcome';
export * from './guidance/vainRemovals';
export * from './guidePath';
export * from './permissions';
export * from './pipeline';
export * from './portfolio';
export * from './starter/options';
export * from './starter/preview';
export * from './guidance/lintGuidance';
export { mergeGuidanceLayers } from './guidance/mergeGuidanceLayers';
export type { RawGuidance } from './guidance/mergeGuidanceLayers';
export * from './decision/decisionRecord';
export * from './text/markdown';

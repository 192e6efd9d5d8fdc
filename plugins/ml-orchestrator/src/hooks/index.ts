export { useAnchor } from './useAnchor';
export { useAnswersInUrl } from './useAnswersInUrl';
export { useCompareView } from './useCompareView';
export { useDecisionTree } from './useDecisionTree';
export { useGuidance } from './useGuidance';
export { useRecommendation } from './useRecommendation';
export type { AnsweredRecommendation } from './useRecommendation';

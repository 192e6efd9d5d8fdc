export { useAnchor } from './useAnchor';
export { useAnswersInUrl } from './useAnswersInUrl';
export { useCentred } from './useCentred';
export { useCompareView } from './useCompareView';
export { useDecisionTree } from './useDecisionTree';
export { useGuidance } from './useGuidance';
export { useLanguage } from './useLanguage';
export { useRecommendation } from './useRecommendation';
export type { AnsweredRecommendation } from './useRecommendation';

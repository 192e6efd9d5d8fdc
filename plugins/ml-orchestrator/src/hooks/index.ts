export { useAnswersInUrl } from './useAnswersInUrl';
export { useDecisionTree } from './useDecisionTree';
export { useGuidance } from './useGuidance';
export { useRecommendation } from './useRecommendation';

export { RecommendationContent } from './RecommendationContent';

export { OrchestratorProfileCard } from './OrchestratorProfileCard';
export { OrchestratedCard } from './OrchestratedCard';

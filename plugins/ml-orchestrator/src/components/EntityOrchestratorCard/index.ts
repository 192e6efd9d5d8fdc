export { EntityOrchestratorCard } from './EntityOrchestratorCard';
export { DecisionDetails } from './DecisionDetails';

export { EntityOrchestratorCard } from './EntityOrchestratorCard';

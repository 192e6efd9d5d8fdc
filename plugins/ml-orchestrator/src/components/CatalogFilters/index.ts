export { EntityOrchestratorPicker } from './EntityOrchestratorPicker';
export { EntityVerdictPicker } from './EntityVerdictPicker';
export { EntityOrchestratorFilter, EntityVerdictFilter } from './filters';

export { OrchestratorDecisionField } from './OrchestratorDecisionField';
export { orchestratorDecisionField } from './field';

export { OrchestratorDecisionField } from './OrchestratorDecisionField';
export type { OrchestratorDecisionFieldProps } from './OrchestratorDecisionField';
export { orchestratorDecisionField } from './field';
export { validateDecision } from './validateDecision';

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { OrchestratorDecisionField } from './OrchestratorDecisionField';
import { DECISION_FIELD, decisionFieldSchema } from './schema';
import { validateDecision } from './validateDecision';

/** The form field; templates use it as `ui:field: OrchestratorDecision`. */
export const orchestratorDecisionField = createFormField({
  name: DECISION_FIELD,
  component: OrchestratorDecisionField,
  validation: validateDecision,
  schema: decisionFieldSchema,
});

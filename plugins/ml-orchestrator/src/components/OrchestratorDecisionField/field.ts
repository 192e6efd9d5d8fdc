import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { OrchestratorDecisionField } from './OrchestratorDecisionField';
import { validateDecision } from './validateDecision';

/**
 * The field's value. `summary` is the decision in words for the form's review step,
 * which prints values as they are; nothing else reads it.
 */
export const decisionFieldSchema = makeFieldSchema({
  output: z =>
    z.object({
      answers: z
        .record(z.string())
        .describe('Question id → id of the option chosen'),
      orchestrator: z
        .string()
        .optional()
        .describe('Id of the orchestrator; absent while questions are open'),
      overrideReason: z
        .string()
        .optional()
        .describe('Why another orchestrator than the recommended one is used'),
      summary: z
        .array(z.string())
        .optional()
        .describe('The decision in words, for the review step'),
    }),
});

/** The form field; templates use it as `ui:field: OrchestratorDecision`. */
export const orchestratorDecisionField = createFormField({
  name: 'OrchestratorDecision',
  component: OrchestratorDecisionField,
  validation: validateDecision,
  schema: decisionFieldSchema,
});

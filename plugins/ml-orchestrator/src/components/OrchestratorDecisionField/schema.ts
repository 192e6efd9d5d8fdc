import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The name that templates use: `ui:field: OrchestratorDecision`. */
export const DECISION_FIELD = 'OrchestratorDecision';

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

import type { z as zod } from 'zod/v3';

/** The fields of a decision, as actions describe them in their inputs. */
export const decisionInput = (z: typeof zod) => ({
  answers: z.record(z.string()).describe('Question id → option id.'),
  orchestrator: z.string().describe('Id of the chosen orchestrator.'),
  overrideReason: z
    .string()
    .optional()
    .describe('Why another orchestrator than the recommended one was chosen.'),
  summary: z
    .array(z.string())
    .optional()
    .describe('The decision in words, for people; not used here.'),
});

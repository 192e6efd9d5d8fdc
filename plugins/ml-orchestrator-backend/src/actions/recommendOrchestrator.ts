import { recommend } from 'backstage-plugin-ml-orchestrator-common';
import { knownAnswers } from '../service/input';
import { explainRecommendation } from './explainRecommendation';
import type { ActionServices } from './registerActions';
import { READ_ONLY } from './readOnly';

/**
 * `ml-orchestrator:recommend-orchestrator`. Not `recommend`: the scaffolder has an action
 * of that id.
 */
export function registerRecommendOrchestrator(services: ActionServices) {
  const { actionsRegistry, guidance } = services;
  actionsRegistry.register({
    name: 'recommend-orchestrator',
    title: 'Recommend an ML orchestrator',
    description:
      'Recommends an ML orchestrator for the answers given so far, with reasons for and against, why not the others, and which changed answer would change it. While `nextQuestion` is there, ask a person that question and call again with the answer added; never answer it for them.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          answers: z
            .record(z.string(), z.string())
            .default({})
            .describe('Question id to option id; empty to start'),
        }),
      output: z =>
        z.object({
          status: z.enum(['recommended', 'conflict']),
          settled: z
            .boolean()
            .describe('No answer that is still open can change the result'),
          winner: z
            .object({ id: z.string(), title: z.string(), summary: z.string() })
            .optional(),
          margin: z
            .number()
            .optional()
            .describe('Points before the next best; absent without another'),
          closeCall: z.boolean(),
          because: z.array(z.string()),
          butKnow: z.array(z.string()),
          whyNot: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              status: z.enum(['eligible', 'hold', 'ruled-out']),
              reasons: z.array(z.string()),
            }),
          ),
          conflict: z
            .array(z.string())
            .describe('Questions whose answers together rule everything out'),
          flips: z
            .array(
              z.object({
                question: z.string(),
                to: z.string(),
                text: z.string(),
                winner: z
                  .string()
                  .optional()
                  .describe('Recommended then; absent if nothing would fit'),
              }),
            )
            .describe('Single changed answers that would change the result'),
          possibleWinners: z.array(z.string()),
          nextQuestion: z
            .object({
              id: z.string(),
              text: z.string(),
              why: z.string(),
              options: z.array(
                z.object({
                  id: z.string(),
                  label: z.string(),
                  description: z.string().optional(),
                }),
              ),
            })
            .optional(),
        }),
    },
    async action({ input }) {
      const { guidance: current } = await guidance.get();
      const answers = knownAnswers(input.answers, current);
      return {
        output: explainRecommendation(current, recommend(current, answers)),
      };
    },
  });
}

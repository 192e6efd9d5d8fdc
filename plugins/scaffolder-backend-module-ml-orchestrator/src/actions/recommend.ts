import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { recommend } from 'backstage-plugin-ml-orchestrator-common';
import { assertKnownAnswers } from '../starters';
import { examples } from './recommend.examples';
import { reportRecommendation } from './summary';

/** Creates the action `ml-orchestrator:recommend`. */
export function createRecommendAction(options: { guidance: GuidanceService }) {
  return createTemplateAction({
    id: 'ml-orchestrator:recommend',
    description:
      'Recommends an orchestrator for a machine learning pipeline from the answers to the questions of the guide.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        answers: z =>
          z
            .record(z.string())
            .describe('Question id → option id, as the guide names them.'),
      },
      output: {
        winner: z =>
          z
            .string()
            .optional()
            .describe(
              'Id of the recommended orchestrator; absent when the answers rule out all.',
            ),
        title: z =>
          z
            .string()
            .optional()
            .describe('Title of the recommended orchestrator.'),
        margin: z =>
          z
            .number()
            .optional()
            .describe('How far it is ahead of the next one.'),
        closeCall: z => z.boolean().describe('Whether the margin is small.'),
        summary: z => z.string().describe('The result in words.'),
      },
    },
    async handler(ctx) {
      const answers = { ...ctx.input.answers };
      const { guidance } = await options.guidance.get();
      assertKnownAnswers(guidance, answers);
      const report = reportRecommendation(
        guidance,
        recommend(guidance, answers),
      );
      ctx.logger.info(report.summary);
      ctx.output('closeCall', report.closeCall);
      ctx.output('summary', report.summary);
      if (report.winner) {
        ctx.output('winner', report.winner);
        ctx.output('title', report.title);
      }
      if (report.margin !== undefined) {
        ctx.output('margin', report.margin);
      }
    },
  });
}

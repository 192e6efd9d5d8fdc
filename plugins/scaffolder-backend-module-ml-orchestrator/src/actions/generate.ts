import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import {
  checkStarterChoice,
  CI_SYSTEMS,
  NAME_RULE,
  parseStarterSpec,
  planStarter,
  withDecisionMade,
  type StarterTrees,
} from '../starters';
import { decisionInput } from './decisionInput';
import { examples } from './generate.examples';
import { optionsInput } from './optionsInput';
import { reportRecommendation } from './summary';
import { writeFiles } from './writeFiles';

/** Creates the action `ml-orchestrator:generate`. */
export function createGenerateAction(options: {
  guidance: GuidanceService;
  /** Reads the starter trees; asked when they are needed. */
  trees: () => Promise<StarterTrees>;
}) {
  return createTemplateAction({
    id: 'ml-orchestrator:generate',
    description:
      'Generates a starter repository for the chosen orchestrator into the workspace. The recommendation is computed anew; choosing otherwise needs a reason.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(`Name of the pipeline and its repository: ${NAME_RULE}.`),
        owner: z => z.string().describe('Entity reference of the owner.'),
        system: z =>
          z
            .string()
            .optional()
            .describe('Entity reference of the system it belongs to.'),
        description: z =>
          z
            .string()
            .optional()
            .describe('What the pipeline does; at most 500 characters.'),
        decision: z =>
          z
            .object(decisionInput(z))
            .describe('The value of the OrchestratorDecision form field.'),
        decidedOn: z =>
          z
            .string()
            .optional()
            .describe(
              'The day of the decision, like 2026-05-04; today if absent. To generate a repository again, take it from its stamp.',
            ),
        decidedBy: z =>
          z
            .string()
            .optional()
            .describe(
              'Entity reference of who decided; who runs the template if absent.',
            ),
        options: z =>
          z
            .object(optionsInput(z))
            .optional()
            .describe(
              'What of the starter was chosen: the value of the StarterOptions form field. Not every starter offers everything.',
            ),
        ci: z =>
          z
            .enum([...CI_SYSTEMS, ''])
            .optional()
            .describe(
              'The CI system that the repository is made for; github if absent.',
            ),
        repoSlug: z =>
          z
            .string()
            .optional()
            .describe(
              'owner/repository on GitHub, or group/project on GitLab, when the destination is one of them.',
            ),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace to write to; its root if absent.',
            ),
      },
      output: {
        orchestrator: z =>
          z.string().describe('Id of the chosen orchestrator.'),
        recommendation: z =>
          z
            .object({
              winner: z.string().optional(),
              title: z.string().optional(),
              margin: z.number().optional(),
              closeCall: z.boolean(),
              summary: z.string(),
            })
            .describe('What the guide recommends for the answers.'),
        files: z => z.array(z.string()).describe('Paths of the files written.'),
      },
    },
    async handler(ctx) {
      const { targetPath, ...fields } = ctx.input;
      const spec = parseStarterSpec(withDecisionMade(fields, ctx.user?.ref));
      const folder = resolveSafeChildPath(ctx.workspacePath, targetPath ?? '.');
      const { guidance } = await options.guidance.get();
      const decision = checkStarterChoice(guidance, spec.decision);
      const report = reportRecommendation(guidance, decision.recommendation);
      ctx.logger.info(report.summary);
      if (decision.overrideReason) {
        ctx.logger.info(
          `Chosen instead: ${decision.orchestrator.title}, because ${decision.overrideReason}`,
        );
      }

      // Nothing is written before everything is planned.
      const files = planStarter(spec, {
        guidance,
        decision,
        trees: await options.trees(),
      });
      await writeFiles(folder, files);

      ctx.logger.info(
        `Generated ${files.length} files for ${decision.orchestrator.title}`,
      );
      ctx.output('orchestrator', decision.orchestrator.id);
      ctx.output('recommendation', report);
      ctx.output(
        'files',
        files.map(file => file.path),
      );
    },
  });
}

import { posix } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { checkLink } from '../link/checkLink';
import { planLink, RECORDS_FOLDER } from '../link/planLink';
import {
  readRecordFiles,
  readTextFile,
  writeTextFiles,
} from '../link/textFiles';
import { today } from '../starters';
import { decisionInput } from './decisionInput';
import { examples } from './link.examples';

/** Creates the action `ml-orchestrator:link`. */
export function createLinkAction(options: { guidance: GuidanceService }) {
  return createTemplateAction({
    id: 'ml-orchestrator:link',
    description:
      'Links an entity to its orchestrator: sets the annotations in its catalog-info.yaml in the workspace, and leaves the rest of the file as it is. A decision with answers is recorded in docs/decisions beside it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Reference of the entity.'),
        decision: z =>
          z
            .object({
              ...decisionInput(z),
              orchestrator: z
                .string()
                .describe('Id of the orchestrator that runs the entity.'),
              answers: z
                .record(z.string())
                .optional()
                .describe(
                  'Question id → option id. Absent or empty: it is only said what the entity runs on.',
                ),
            })
            .describe(
              'The value of the OrchestratorDecision form field, or the orchestrator alone.',
            ),
        locator: z =>
          z
            .string()
            .optional()
            .describe(
              'Where the pipeline is in its orchestrator: name or ARN of the SageMaker pipeline or state machine, id of the Airflow DAG, as environment/dag where the environment matters.',
            ),
        catalogInfoPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Path of the file that describes the entity; catalog-info.yaml if absent.',
            ),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace that holds the repository; its root if absent.',
            ),
      },
      output: {
        changed: z =>
          z.boolean().describe('Whether there is anything to propose.'),
        files: z =>
          z.array(z.string()).describe('Paths of the files added or changed.'),
        decisionRecordPath: z =>
          z
            .string()
            .optional()
            .describe('Path of the decision record, if there were answers.'),
        branchName: z =>
          z
            .string()
            .describe(
              'Name for a branch, the same for each link of the entity.',
            ),
        title: z => z.string().describe('Title for a pull request or commit.'),
        description: z =>
          z
            .string()
            .describe(
              'Description for a pull request: what changes, the decision, the ranking and the reasons, in Markdown.',
            ),
      },
    },
    async handler(ctx) {
      const { entityRef, decision, locator } = ctx.input;
      const path = posix.normalize(
        ctx.input.catalogInfoPath || 'catalog-info.yaml',
      );
      const folder = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );
      const { guidance } = await options.guidance.get();
      const plan = planLink({
        guidance,
        entityRef,
        link: checkLink(guidance, { decision, locator }),
        catalogInfo: { path, text: await readTextFile(folder, path) },
        records: await readRecordFiles(
          folder,
          posix.join(posix.dirname(path), RECORDS_FOLDER),
        ),
        date: today(),
        decidedBy: ctx.user?.ref,
      });
      // Nothing is written before everything is planned.
      await writeTextFiles(folder, plan.files);

      const files = plan.files.map(file => file.path);
      ctx.logger.info(
        files.length > 0
          ? `${plan.title}: changed ${files.join(', ')}`
          : `${path} says this already; nothing was changed`,
      );
      ctx.output('changed', files.length > 0);
      ctx.output('files', files);
      if (plan.recordPath) {
        ctx.output('decisionRecordPath', plan.recordPath);
      }
      ctx.output('branchName', plan.branchName);
      ctx.output('title', plan.title);
      ctx.output('description', plan.description);
    },
  });
}

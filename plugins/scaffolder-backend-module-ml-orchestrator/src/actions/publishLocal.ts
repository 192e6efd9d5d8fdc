import { stat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  resolveSafeChildPath,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { localRepositoriesRoot } from 'backstage-plugin-ml-orchestrator-node';
import { parseAllDocuments } from 'yaml';
import { NAME_RULE, nameSchema, parseFields } from '../starters';
import { z as zod } from 'zod';
import {
  createLocalRepository,
  reserveLocalRepository,
} from './localRepositories';
import { examples } from './publishLocal.examples';

const CATALOG_INFO = 'catalog-info.yaml';
const BRANCH = 'main';
/** What a dry run outputs, as nothing is committed then. */
const NO_COMMIT = '0'.repeat(40);

const inputSchema = zod.object({ name: nameSchema });

/** Creates the action `ml-orchestrator:publish-local`. */
export function createPublishLocalAction(options: {
  config: RootConfigService;
}) {
  return createTemplateAction({
    id: 'ml-orchestrator:publish-local',
    description:
      'Publishes the workspace as a new git repository in the folder that `mlOrchestrator.localRepositories.root` names.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(
              `Name of the repository: ${NAME_RULE}. Refused if it exists.`,
            ),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace to publish; its root if absent.',
            ),
        commitMessage: z =>
          z
            .string()
            .optional()
            .describe(
              'Message of the first commit; "Initial commit" if absent.',
            ),
      },
      output: {
        repositoryPath: z => z.string().describe('Path of the repository.'),
        remoteUrl: z => z.string().describe('Address to clone from.'),
        catalogInfoPath: z =>
          z
            .string()
            .optional()
            .describe('Path of its catalog-info.yaml, if it has one.'),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe('Reference of the first entity in catalog-info.yaml.'),
        commitHash: z =>
          z.string().describe('Hash of the first commit; zeros in a dry run.'),
      },
    },
    async handler(ctx) {
      const { name } = parseFields(inputSchema, { ...ctx.input });
      const root = localRepositoriesRoot(options.config);
      if (!root) {
        throw new InputError(
          'Local repositories are not enabled here: mlOrchestrator.localRepositories.root is not configured',
        );
      }
      const source = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.sourcePath ?? '.',
      );
      if (!(await stat(source).catch(() => undefined))?.isDirectory()) {
        throw new InputError(
          'sourcePath: there is no such folder in the workspace',
        );
      }
      const entityRef = await firstEntityRef(join(source, CATALOG_INFO));
      let path = await reserveLocalRepository(root, name);
      let commitHash = NO_COMMIT;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would create the repository ${path}`);
      } else {
        ({ path, commitHash } = await createLocalRepository({
          root,
          name,
          source,
          branch: BRANCH,
          message: ctx.input.commitMessage || 'Initial commit',
          author: {
            name: 'ML Orchestrator',
            email:
              ctx.user?.entity?.spec.profile?.email ??
              'ml-orchestrator@localhost',
          },
        }));
        ctx.logger.info(`Created the repository ${path} at ${commitHash}`);
      }
      ctx.output('repositoryPath', path);
      ctx.output('remoteUrl', pathToFileURL(path).toString());
      ctx.output('commitHash', commitHash);
      if (entityRef) {
        ctx.output('catalogInfoPath', join(path, CATALOG_INFO));
        ctx.output('entityRef', entityRef);
      }
    },
  });
}

/** Reference of the first entity in a file; `undefined` if there is no such file. */
async function firstEntityRef(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const [document] = parseAllDocuments(text);
  const entity: Entity | null | undefined = document?.toJS();
  if (!entity?.kind || !entity.metadata?.name) {
    throw new InputError(`${CATALOG_INFO} does not start with an entity`);
  }
  return stringifyEntityRef(entity);
}

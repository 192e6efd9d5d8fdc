import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  resolveSafeChildPath,
  type RootConfigService,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { localRepositoriesRoot } from 'backstage-plugin-ml-orchestrator-node';
import { fullEntityRef } from '../link/entityRef';
import {
  DESTINATIONS,
  entitySource,
  type Destination,
} from '../link/entitySource';
import {
  readLocalSource,
  readRemoteSource,
  type SourceFile,
} from '../link/readSource';
import { examples } from './fetchCatalogInfo.examples';

/** Creates the action `ml-orchestrator:fetch-catalog-info`. */
export function createFetchCatalogInfoAction(options: {
  catalog: CatalogService;
  config: RootConfigService;
  reader: UrlReaderService;
}) {
  const { catalog, config, reader } = options;
  const integrations = ScmIntegrations.fromConfig(config);
  return createTemplateAction({
    id: 'ml-orchestrator:fetch-catalog-info',
    description:
      'Gets the catalog-info.yaml of an entity from its repository into the workspace, with the decision records in docs/decisions beside it, and says where a change can be proposed.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Reference of the entity.'),
        destinations: z =>
          z
            .array(z.enum(DESTINATIONS))
            .optional()
            .describe(
              'Where the template can propose changes; an entity from elsewhere is refused. All if absent.',
            ),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace to write to; its root if absent.',
            ),
        token: z =>
          z
            .string()
            .optional()
            .describe("A token to read with, instead of the portal's own."),
      },
      output: {
        destination: z =>
          z.enum(DESTINATIONS).describe('Where its repository is.'),
        catalogInfoPath: z =>
          z.string().describe('Path of the file in its repository.'),
        repository: z =>
          z.string().optional().describe('Name of a local repository.'),
        commit: z =>
          z
            .string()
            .optional()
            .describe('Commit of a local repository that was read.'),
        repoUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'The repository on a source code host, as actions that publish want it: host?owner=…&repo=….',
            ),
        branch: z => z.string().optional().describe('Branch that was read.'),
      },
    },
    async handler(ctx) {
      const { entityRef, token } = ctx.input;
      const ref = fullEntityRef(entityRef);
      const entity = await catalog.getEntityByRef(ref, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!entity) {
        throw new InputError(`entityRef: the catalog has no ${ref}`);
      }
      const localRoot = localRepositoriesRoot(config);
      const source = entitySource(entity, { localRoot, integrations });
      const { destination, catalogInfoPath } = source;
      assertPossible(destination, ctx.input.destinations);
      const folder = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );

      ctx.output('destination', destination);
      ctx.output('catalogInfoPath', catalogInfoPath);
      if (source.destination === 'local') {
        const { files, commit, branch } = await readLocalSource(
          localRoot!,
          source,
        );
        await writeSourceFiles(folder, files);
        ctx.output('repository', source.repository);
        ctx.output('commit', commit);
        if (branch) {
          ctx.output('branch', branch);
        }
      } else {
        assertToken(config, token);
        await writeSourceFiles(
          folder,
          await readRemoteSource(source, reader, token),
        );
        ctx.output('repoUrl', source.repoUrl);
        ctx.output('branch', source.branch);
      }
      ctx.logger.info(`Got ${catalogInfoPath} of ${ref}`);
    },
  });
}

function assertPossible(
  destination: Destination,
  possible: readonly Destination[] = DESTINATIONS,
) {
  if (!possible.includes(destination)) {
    throw new InputError(
      `entityRef: its repository is on ${destination}, and this template proposes changes on: ${possible.join(
        ', ',
      )}`,
    );
  }
}

/** The scaffolder's own actions hold to this setting as well. */
function assertToken(config: RootConfigService, token: string | undefined) {
  const needed = config.getOptionalBoolean(
    'scaffolder.requireScmUserCredentials',
  );
  if (needed && !token) {
    throw new InputError(
      'token: needed, because scaffolder.requireScmUserCredentials is enabled',
    );
  }
}

async function writeSourceFiles(folder: string, files: SourceFile[]) {
  for (const { path, content } of files) {
    const target = resolveSafeChildPath(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

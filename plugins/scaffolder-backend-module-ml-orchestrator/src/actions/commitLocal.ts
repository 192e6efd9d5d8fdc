import fs from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  resolveSafeChildPath,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { localRepositoriesRoot } from 'backstage-plugin-ml-orchestrator-node';
import git from 'isomorphic-git';
import { z as zod } from 'zod';
import { parseFields } from '../starters';
import { examples } from './commitLocal.examples';
import { createLocalBranch } from './localBranch';
import type { CommittedFile } from './localTree';

/** What a dry run outputs, as nothing is committed then. */
const NO_COMMIT = '0'.repeat(40);

const inputSchema = zod.object({
  repository: zod
    .string()
    .regex(/^[\w-][\w.-]*$/, 'must be the name of a local repository'),
  branchName: zod
    .string()
    .max(200, 'must be at most 200 characters long')
    .regex(
      // Stricter than git, which takes nearly everything.
      /^(?!.*\.\.)(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/,
      'must be letters, digits, dashes, underscores and dots, in parts separated by slashes',
    )
    .refine(
      name => name.split('/').every(part => !/\.(?:lock)?$|^-/.test(part)),
      'must not have a part that starts with a dash, or ends with a dot or .lock',
    ),
  commitMessage: zod.string().trim().min(1, 'must not be empty'),
});

/** Creates the action `ml-orchestrator:commit-local`. */
export function createCommitLocalAction(options: {
  config: RootConfigService;
}) {
  return createTemplateAction({
    id: 'ml-orchestrator:commit-local',
    description:
      'Commits files of the workspace on a new branch of a local git repository, in the folder that `mlOrchestrator.localRepositories.root` names. The branch that is checked out there, and what lies there uncommitted, are left as they are.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repository: z => z.string().describe('Name of the repository.'),
        branchName: z =>
          z
            .string()
            .describe(
              'Name of the branch. Refused if it exists with other content.',
            ),
        commitMessage: z => z.string().describe('Message of the commit.'),
        base: z =>
          z
            .string()
            .optional()
            .describe(
              'Commit or branch to start from; what is checked out if absent.',
            ),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace whose files are added or replaced; its root if absent.',
            ),
      },
      output: {
        changed: z =>
          z
            .boolean()
            .describe(
              'Whether the branch says anything that its base does not.',
            ),
        repositoryPath: z => z.string().describe('Path of the repository.'),
        remoteUrl: z => z.string().describe('Address to clone from.'),
        branchName: z => z.string().describe('Name of the branch.'),
        commitHash: z =>
          z.string().describe('Hash of the commit; zeros in a dry run.'),
      },
    },
    async handler(ctx) {
      const { repository, branchName, commitMessage } = parseFields(
        inputSchema,
        { ...ctx.input },
      );
      const root = localRepositoriesRoot(options.config);
      if (!root) {
        throw new InputError(
          'Local repositories are not enabled here: mlOrchestrator.localRepositories.root is not configured',
        );
      }
      const dir = resolveSafeChildPath(root, repository);
      if (!(await stat(join(dir, '.git')).catch(() => undefined))) {
        throw new InputError(
          `repository: there is no local repository "${repository}"`,
        );
      }
      const { status, commitHash } = await createLocalBranch({
        dir,
        branch: branchName,
        base: await resolveCommit(dir, ctx.input.base || 'HEAD'),
        files: await filesBelow(
          resolveSafeChildPath(ctx.workspacePath, ctx.input.sourcePath ?? '.'),
        ),
        message: commitMessage,
        author: {
          name: 'ML Orchestrator',
          email:
            ctx.user?.entity?.spec.profile?.email ??
            'ml-orchestrator@localhost',
        },
        dryRun: ctx.isDryRun,
      });
      ctx.logger.info(
        {
          created: `${
            ctx.isDryRun ? 'Would commit' : 'Committed'
          } on the branch ${branchName} of ${dir}`,
          exists: `The branch ${branchName} of ${dir} holds this already`,
          unchanged: `${dir} holds this already, so there is no branch`,
        }[status],
      );
      ctx.output('changed', status !== 'unchanged');
      ctx.output('repositoryPath', dir);
      ctx.output('remoteUrl', pathToFileURL(dir).toString());
      ctx.output('branchName', branchName);
      ctx.output('commitHash', commitHash ?? NO_COMMIT);
    },
  });
}

async function resolveCommit(dir: string, ref: string): Promise<string> {
  try {
    const { oid } = await git.readCommit({
      fs,
      dir,
      oid: await git.resolveRef({ fs, dir, ref }),
    });
    return oid;
  } catch (error) {
    throw new InputError(
      `base: "${ref}" is no commit or branch of the repository`,
      error,
    );
  }
}

/** The files in a folder, sorted, without what git keeps there itself. */
async function filesBelow(folder: string): Promise<CommittedFile[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  }).catch(() => {
    throw new InputError(
      'sourcePath: there is no such folder in the workspace',
    );
  });
  const files: CommittedFile[] = [];
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    if (path.split('/').includes('.git')) {
      continue;
    }
    if (entry.isSymbolicLink()) {
      // It could carry files from outside the workspace into the repository.
      throw new InputError(
        `sourcePath: ${path} is a symbolic link, which is not committed`,
      );
    }
    if (entry.isFile()) {
      const { mode } = await stat(file);
      files.push({
        path,
        content: await readFile(file),
        executable: (mode & fs.constants.S_IXUSR) !== 0,
      });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

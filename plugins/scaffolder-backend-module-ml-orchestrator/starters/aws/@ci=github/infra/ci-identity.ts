import { like, readConfigFile } from './config';
import type { Rules } from './config';
import type { CiIdentity } from './ci-role';

/** config/ci.json: which repository deploys this pipeline. */
export interface CiFile {
  readonly repository: string;
  readonly repositoryId: number;
  readonly ownerId: number;
  readonly branch: string;
}

const id = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;

const RULES: Rules<CiFile> = {
  repository: [like(/^[\w-]+\/[\w.-]+$/), 'the repository as GitHub writes it: owner/name'],
  repositoryId: [id, 'the number that `gh api repos/OWNER/NAME --jq .id` tells'],
  ownerId: [id, 'the number that `gh api repos/OWNER/NAME --jq .owner.id` tells'],
  branch: [like(/^[\w./-]+$/), 'the name of the default branch'],
};

export const readCiFile = (): CiFile => readConfigFile('ci.json', RULES);

/** The environment on GitHub that a pipeline without environments is deployed from. */
const ONLY_ENVIRONMENT = 'production';

/**
 * A job of the default branch, which GitHub let into one of the environments. The branch has to be asked for by itself: the subject of a
 * job with an environment names that in its place, and pull requests may name environments as well.
 */
export function identityOf({ repository, repositoryId, ownerId, branch }: CiFile, environments: string[]): CiIdentity {
  const [owner = '', name = ''] = repository.split('/');
  return {
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    repository,
    claims: {
      // With the numbers since July 2026, and without them from repositories that are older and have not been changed over.
      sub: (environments.length > 0 ? environments : [ONLY_ENVIRONMENT]).flatMap(environment => [
        `repo:${owner}@${ownerId}/${name}@${repositoryId}:environment:${environment}`,
        `repo:${repository}:environment:${environment}`,
      ]),
      // No other repository ever gets this number, whatever it is called.
      repository_id: String(repositoryId),
      ref: `refs/heads/${branch}`,
    },
    setVariable: (variable, value) => `gh variable set ${variable} --repo ${repository} --body ${value}`,
  };
}

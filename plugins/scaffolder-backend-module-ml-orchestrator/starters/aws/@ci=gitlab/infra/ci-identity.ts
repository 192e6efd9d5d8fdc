import { like, readConfigFile } from './config';
import type { Rules } from './config';
import type { CiIdentity } from './ci-role';

/** config/ci.json: which project deploys this pipeline. */
export interface CiFile {
  readonly server: string;
  readonly repository: string;
  readonly branch: string;
}

const RULES: Rules<CiFile> = {
  server: [like(/^https:\/\/[a-z0-9.-]+(:\d+)?(\/[\w./-]*\w)?$/), "your GitLab's address, such as https://gitlab.com"],
  repository: [like(/^[\w.-]+(\/[\w.-]+)+$/), 'the path of the project as GitLab writes it: group/project'],
  branch: [like(/^[\w./-]+$/), 'the name of the default branch'],
};

export const readCiFile = (): CiFile => readConfigFile('ci.json', RULES);

/** A job of the default branch. What GitLab puts into the subject knows nothing of environments: who may start the job is for them to say. */
export function identityOf({ server, repository, branch }: CiFile, _environments: string[]): CiIdentity {
  return {
    issuer: server,
    audience: server,
    repository,
    claims: { sub: `project_path:${repository}:ref_type:branch:ref:${branch}` },
    setVariable: (variable, value) => `glab variable set ${variable} ${value} --protected --repo ${repository}`,
  };
}

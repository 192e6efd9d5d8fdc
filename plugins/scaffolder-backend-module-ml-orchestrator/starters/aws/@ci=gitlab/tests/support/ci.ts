import type { CiFile } from '../../infra/ci-identity';

/** Of a project that there is not, so that the same is tested in every one. */
export const CI: CiFile = { server: 'https://gitlab.example.com', repository: 'acme/ml/churn', branch: 'main' };

export type Token = Readonly<Record<string, string>>;

/** What GitLab says of a job of the default branch; the environment is not part of it. */
export const deploying = (_environment?: string): Token => ({
  aud: 'https://gitlab.example.com',
  sub: 'project_path:acme/ml/churn:ref_type:branch:ref:main',
});

/** Jobs that may deploy as well. */
export const ALSO: Record<string, Partial<Token>> = {};

/** Jobs that may not, by what is different. */
export const REFUSED: Record<string, Partial<Token>> = {
  'another project': { sub: 'project_path:acme/ml/other:ref_type:branch:ref:main' },
  'a fork': { sub: 'project_path:mallory/churn:ref_type:branch:ref:main' },
  'a group with the same ending': { sub: 'project_path:x/acme/ml/churn:ref_type:branch:ref:main' },
  'another branch': { sub: 'project_path:acme/ml/churn:ref_type:branch:ref:feature' },
  'a branch whose name begins like the default one': { sub: 'project_path:acme/ml/churn:ref_type:branch:ref:main-2' },
  'a merge request, which has the name of its own branch': {
    sub: 'project_path:acme/ml/churn:ref_type:branch:ref:change-the-model',
  },
  'a tag': { sub: 'project_path:acme/ml/churn:ref_type:tag:ref:main' },
  'a token that was meant for somebody else': { aud: 'https://vault.example.com' },
};

import type { CiFile } from '../../infra/ci-identity';

/** Of a repository that there is not, so that the same is tested in every one. */
export const CI: CiFile = { repository: 'acme/churn', repositoryId: 22, ownerId: 11, branch: 'main' };

export type Token = Readonly<Record<string, string>>;

/** What GitHub says of a job of the default branch that deploys to this environment. */
export const deploying = (environment = 'production'): Token => ({
  aud: 'sts.amazonaws.com',
  sub: `repo:acme@11/churn@22:environment:${environment}`,
  ref: 'refs/heads/main',
  repository_id: '22',
  environment,
});

/** Jobs that may deploy as well. */
export const ALSO: Record<string, Partial<Token>> = {
  'a repository from before GitHub put numbers into the subject': { sub: 'repo:acme/churn:environment:production' },
};

/** Jobs that may not, by what is different. */
export const REFUSED: Record<string, Partial<Token>> = {
  'another repository': { sub: 'repo:acme@11/other@23:environment:production', repository_id: '23' },
  'a repository that has got the name of this one': {
    sub: 'repo:acme@11/churn@24:environment:production',
    repository_id: '24',
  },
  'the same, with the older subject': { sub: 'repo:acme/churn:environment:production', repository_id: '24' },
  'a fork': { sub: 'repo:mallory@66/churn@67:environment:production', repository_id: '67' },
  'another branch': { ref: 'refs/heads/feature' },
  'a branch whose name begins like the default one': { ref: 'refs/heads/main-2' },
  'a tag': { ref: 'refs/tags/main' },
  'a pull request': { sub: 'repo:acme@11/churn@22:pull_request', ref: 'refs/pull/7/merge' },
  'a pull request whose workflow names the environment': { ref: 'refs/pull/7/merge' },
  'a job without an environment, whose rules it would get around': { sub: 'repo:acme@11/churn@22:ref:refs/heads/main' },
  'another environment': { sub: 'repo:acme@11/churn@22:environment:preview' },
  'a token that was meant for somebody else': { aud: 'https://github.com/acme' },
};

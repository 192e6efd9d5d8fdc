import { parseEntityRef } from '@backstage/catalog-model';
import type { StarterSpec } from './spec';

/**
 * The name on GitHub or GitLab that the owner in the catalog suggests: a team of
 * the repository's organisation (a group within its group), or a user. None if
 * nobody said where the repository goes.
 */
export function codeOwner({
  owner,
  repoSlug,
}: Pick<StarterSpec, 'owner' | 'repoSlug'>): string | undefined {
  if (!repoSlug) {
    return undefined;
  }
  const { kind, name } = parseEntityRef(owner, { defaultKind: 'group' });
  return kind.toLocaleLowerCase('en-US') === 'user'
    ? `@${name}`
    : `@${repoSlug.slice(0, repoSlug.lastIndexOf('/'))}/${name}`;
}

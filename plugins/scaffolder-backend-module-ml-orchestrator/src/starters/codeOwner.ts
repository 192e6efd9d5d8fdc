import { parseEntityRef } from '@backstage/catalog-model';
import type { StarterSpec } from './spec';

/**
 * The GitHub name that the owner in the catalog suggests: a team of the
 * repository's organisation, or a user. None if the repository is not on GitHub.
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
    : `@${repoSlug.split('/')[0]}/${name}`;
}

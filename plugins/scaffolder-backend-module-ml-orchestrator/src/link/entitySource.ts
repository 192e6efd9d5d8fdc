import { relative, sep } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  parseLocationRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import parseGitUrl from 'git-url-parse';

/** Where a change to an entity can be proposed. */
export const DESTINATIONS = ['local', 'github', 'gitlab'] as const;

export type Destination = (typeof DESTINATIONS)[number];

/** The file that describes an entity, in a repository of this machine. */
export interface LocalSource {
  destination: 'local';
  /** Name of the repository, which is its folder. */
  repository: string;
  catalogInfoPath: string;
}

/** The file that describes an entity, in a repository on a source code host. */
export interface RemoteSource {
  destination: 'github' | 'gitlab';
  /** Address of the file. */
  url: string;
  /** The repository as actions that publish want it: `github.com?owner=…&repo=…`. */
  repoUrl: string;
  branch: string;
  catalogInfoPath: string;
}

/** Finds out in which repository an entity is described, and where in it. */
export function entitySource(
  entity: Entity,
  options: { localRoot?: string; integrations: ScmIntegrations },
): LocalSource | RemoteSource {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  const source = location && sourceAt(parseLocationRef(location), options);
  if (!source) {
    throw new InputError(
      `entityRef: ${stringifyEntityRef(entity)} comes from ${
        location ?? 'nowhere'
      }, which is no file in a repository that can be changed from here`,
    );
  }
  return source;
}

function sourceAt(
  { type, target }: { type: string; target: string },
  options: Parameters<typeof entitySource>[1],
): LocalSource | RemoteSource | undefined {
  switch (type) {
    case 'file':
      return options.localRoot
        ? localSource(options.localRoot, target)
        : undefined;
    case 'url':
      return remoteSource(options.integrations, target);
    default:
      return undefined;
  }
}

function localSource(root: string, file: string): LocalSource | undefined {
  if (!isChildPath(root, file)) {
    return undefined;
  }
  const [repository, ...path] = relative(root, file).split(sep);
  return path.length > 0 && !repository.startsWith('.')
    ? { destination: 'local', repository, catalogInfoPath: path.join('/') }
    : undefined;
}

function remoteSource(
  integrations: ScmIntegrations,
  url: string,
): RemoteSource | undefined {
  const destination = integrations.byUrl(url)?.type;
  if (destination !== 'github' && destination !== 'gitlab') {
    return undefined;
  }
  const { owner, name, ref, filepath } = parseGitUrl(url);
  if (!ref || !filepath) {
    return undefined;
  }
  const { host } = new URL(url);
  return {
    destination,
    url,
    repoUrl: `${host}?${new URLSearchParams({ owner, repo: name })}`,
    branch: ref,
    catalogInfoPath: filepath,
  };
}

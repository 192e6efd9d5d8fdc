import { dirname, sep } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { notedLocation } from '../notedLocation';

/** Where the files of an entity are: the folder of its catalog-info.yaml, and what is below. */
export interface RepositorySource {
  /** `file`: a folder of this machine. Otherwise the type of its integration. */
  type: string;
  /** Address or path of the folder. */
  folder: string;
  /** The same, so that whatever is inside of it begins with it. */
  place: string;
  /** Who is asked; empty for this machine. */
  host: string;
}

/**
 * Where the files of an entity are, by {@link notedLocation}. Of this machine only the
 * local repositories are read.
 */
export function repositorySource(
  entity: Entity,
  options: { localRoot?: string; integrations: ScmIntegrationRegistry },
): RepositorySource | undefined {
  const location = notedLocation(entity);
  if (!location) {
    return undefined;
  }
  const { type, target } = location;
  if (type === 'file') {
    return options.localRoot
      ? localSource(options.localRoot, dirname(target))
      : undefined;
  }
  const integration =
    type === 'url' ? options.integrations.byUrl(target) : undefined;
  if (!integration) {
    return undefined;
  }
  const folder = integration.resolveUrl({ url: './', base: target });
  return {
    type: integration.type,
    folder,
    place: placeOf(folder),
    host: new URL(target).host,
  };
}

function localSource(
  root: string,
  folder: string,
): RepositorySource | undefined {
  if (folder === root || !isChildPath(root, folder)) {
    return undefined;
  }
  const place = `${folder}${sep}`;
  return { type: 'file', folder: place, place, host: '' };
}

/** Azure DevOps has the path within the repository in the query. */
function placeOf(folder: string): string {
  const { origin, pathname, searchParams } = new URL(folder);
  const path = searchParams.get('path');
  return path === null
    ? folder
    : `${origin}${pathname}?${searchParams.get('version')}:${path}`;
}

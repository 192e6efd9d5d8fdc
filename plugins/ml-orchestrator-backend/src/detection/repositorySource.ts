import { dirname, sep } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';

/** Where the files of an entity are: the folder of its catalog-info.yaml, and what is below. */
export interface RepositorySource {
  /** `file`: a folder of this machine. Otherwise the type of its integration. */
  type: string;
  /** Address or path of the folder, with a slash at the end. */
  folder: string;
  /** Who is asked; empty for this machine. */
  host: string;
}

/**
 * Where the files of an entity are. Only the location that the catalog itself notes is
 * asked: `backstage.io/source-location` can be set in a file to any address that the
 * backend's tokens open. Of this machine only the local repositories are read.
 */
export function repositorySource(
  entity: Entity,
  options: { localRoot?: string; integrations: ScmIntegrationRegistry },
): RepositorySource | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (!location) {
    return undefined;
  }
  const { type, target } = parseLocationRef(location);
  if (type === 'file') {
    const folder = dirname(target);
    return options.localRoot &&
      folder !== options.localRoot &&
      isChildPath(options.localRoot, folder)
      ? { type: 'file', folder: `${folder}${sep}`, host: '' }
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
    folder: folder.endsWith('/') ? folder : `${folder}/`,
    host: new URL(target).host,
  };
}

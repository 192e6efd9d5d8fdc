import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isChildPath } from '@backstage/backend-plugin-api';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { DefinitionPlace } from 'backstage-plugin-ml-orchestrator-common';
import { notedLocation } from '../notedLocation';
import { MAX_DEFINITION_BYTES, readLimited, tooLarge } from './readLimited';

/** The folder of the file that describes an entity, on this machine or on a source code host. */
export interface DefinitionSource {
  place(path: string): DefinitionPlace;
  /**
   * Reads the file at a relative path that was checked already.
   * @throws NotFoundError when there is none, NotModifiedError when it is as it was at the etag
   */
  read(path: string, etag?: string): Promise<{ text: string; etag?: string }>;
}

interface Options {
  reader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  /** Folders of this machine that may be read. */
  roots: string[];
}

/**
 * Where an entity's repository is, by {@link notedLocation}: the graph would tell its
 * reader what is at any other address.
 */
export function definitionSource(
  entity: Entity,
  options: Options,
): DefinitionSource | undefined {
  const location = notedLocation(entity);
  switch (location?.type) {
    case 'url':
      return urlSource(location.target, options);
    case 'file':
      return fileSource(location.target, options.roots);
    default:
      return undefined;
  }
}

function urlSource(
  base: string,
  { reader, integrations }: Options,
): DefinitionSource {
  const addressOf = (path: string) =>
    integrations.resolveUrl({
      base,
      url: `./${path.split('/').map(encodeURIComponent).join('/')}`,
    });
  return {
    place: path => ({ path, url: addressOf(path) }),
    read: async (path, etag) => {
      const response = await reader.readUrl(addressOf(path), { etag });
      return { text: await readLimited(response), etag: response.etag };
    },
  };
}

function fileSource(
  described: string,
  roots: string[],
): DefinitionSource | undefined {
  const folder = dirname(described);
  const root = roots.find(candidate => isChildPath(candidate, described));
  if (!root) {
    return undefined;
  }
  return {
    place: path => ({ path }),
    read: async path => {
      const file = join(folder, path);
      // Both follow symbolic links.
      if (!isChildPath(root, file) || !isChildPath(folder, file)) {
        throw new NotFoundError(`${path} leads out of the entity's folder`);
      }
      return { text: await readFileLimited(file) };
    },
  };
}

async function readFileLimited(path: string): Promise<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new NotFoundError('There is no such file');
    }
    throw error;
  });
  try {
    const { size } = await file.stat();
    if (size > MAX_DEFINITION_BYTES) {
      throw tooLarge();
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

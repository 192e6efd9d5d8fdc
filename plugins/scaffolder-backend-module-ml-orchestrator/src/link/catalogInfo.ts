import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseAllDocuments, type Document } from 'yaml';
import { fullEntityRef } from './entityRef';

/** A file that describes entities, one in each document. */
export interface CatalogInfo {
  /** Path in the workspace, for messages. */
  path: string;
  text: string;
}

/** The document of a file that describes one entity. */
export interface EntityDocument {
  document: Document.Parsed;
  /** Its place among the documents of the file. */
  index: number;
  entity: Entity;
}

/** Finds the one document that describes an entity. */
export function findEntityDocument(
  { path, text }: CatalogInfo,
  entityRef: string,
): EntityDocument {
  const wanted = fullEntityRef(entityRef);
  const described = parseDocuments({ path, text }).flatMap(
    (document, index) => {
      const entity: unknown = document.toJS();
      return isEntity(entity)
        ? [{ document, index, entity, ref: stringifyEntityRef(entity) }]
        : [];
    },
  );
  const found = described.filter(({ ref }) => ref === wanted);
  if (found.length === 0) {
    const others = described.map(({ ref }) => ref).join(', ') || 'no entity';
    throw new InputError(
      `entityRef: ${path} does not describe ${wanted}; it describes ${others}`,
    );
  }
  if (found.length > 1) {
    throw new InputError(
      `entityRef: ${path} describes ${wanted} more than once, so it is unclear which one counts`,
    );
  }
  return found[0];
}

function parseDocuments({ path, text }: CatalogInfo): Document.Parsed[] {
  // Source tokens know how deep a mapping is indented.
  const documents = [...parseAllDocuments(text, { keepSourceTokens: true })];
  const [error] = documents.flatMap(document => document.errors);
  if (error) {
    // The first line says what and where; the rest draws it.
    const [summary] = error.message.split('\n');
    throw new InputError(`catalogInfoPath: ${path} is not YAML: ${summary}`);
  }
  return documents;
}

function isEntity(value: unknown): value is Entity {
  const { kind, metadata } = (value ?? {}) as Partial<Entity>;
  return typeof kind === 'string' && typeof metadata?.name === 'string';
}

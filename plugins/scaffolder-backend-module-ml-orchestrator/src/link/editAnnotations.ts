import { isDeepStrictEqual } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { annotationEdits } from './annotationEdits';
import type { CatalogInfo, EntityDocument } from './catalogInfo';
import type { AnnotationChanges } from './linkAnnotations';
import { applyEdits, withLastLineEnd } from './textEdits';

/**
 * Changes annotations of the entity that one document of a file describes. Comments,
 * order, quotes, blank lines and the other documents stay byte for byte.
 */
export function editAnnotations(
  { path, text }: CatalogInfo,
  { document, index }: Pick<EntityDocument, 'document' | 'index'>,
  changes: AnnotationChanges,
): string {
  if (Object.keys(changes).length === 0) {
    return text;
  }
  const whole = withLastLineEnd(text);
  const edits = editsOf(path, whole, document, changes);
  const all = applyEdits(whole, edits);
  const edited = all.slice(0, all.length - (whole.length - text.length));
  for (const merge of [false, true]) {
    if (!changesOnly(text, edited, { index, changes, merge })) {
      throw new InputError(
        `catalogInfoPath: in ${path}, changing the annotations would change other parts too, through an anchor, a merge key or a block scalar; write the annotations more plainly, or change them by hand`,
      );
    }
  }
  return edited;
}

function editsOf(path: string, ...rest: Parameters<typeof annotationEdits>) {
  try {
    return annotationEdits(...rest);
  } catch (error) {
    if (error instanceof InputError) {
      throw new InputError(`catalogInfoPath: in ${path}, ${error.message}`);
    }
    throw error;
  }
}

/** Whether the file says the same as before but for the annotations of one entity. */
function changesOnly(
  before: string,
  after: string,
  options: { index: number; changes: AnnotationChanges; merge: boolean },
): boolean {
  const { index, changes, merge } = options;
  const wanted = readAll(before, merge);
  if (!wanted) {
    // A catalog with this setting never read the file, so nothing it says can change.
    return true;
  }
  const { metadata, ...rest } = wanted[index] as Entity;
  const annotations = Object.fromEntries(
    Object.entries({ ...metadata.annotations, ...changes }).filter(
      ([annotation]) => changes[annotation] !== null,
    ),
  );
  wanted[index] = { ...rest, metadata: { ...metadata, annotations } };
  return isDeepStrictEqual(readAll(after, merge), wanted);
}

/** What the documents of a file say, as the catalog reads them; nothing if it cannot. */
function readAll(text: string, merge: boolean): unknown[] | undefined {
  const documents = [...parseAllDocuments(text, { merge })];
  if (documents.some(({ errors }) => errors.length > 0)) {
    return undefined;
  }
  try {
    return documents.map(document => document.toJS());
  } catch {
    return undefined;
  }
}

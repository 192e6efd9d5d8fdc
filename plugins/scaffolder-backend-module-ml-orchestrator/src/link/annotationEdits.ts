import { InputError } from '@backstage/errors';
import { isMap, isScalar, type Document } from 'yaml';
import type { AnnotationChanges } from './linkAnnotations';
import {
  blockLines,
  endOf,
  flowPairs,
  indentOf,
  keyOf,
  mapEdits,
  type NewPair,
  type ParsedMap,
  type ParsedPair,
} from './mapEdits';
import { insertion, linesBelow, quotedText, type TextEdit } from './textEdits';

/** Where there are no annotations yet, they go below what says what the entity is. */
const HEAD_KEYS = ['name', 'namespace', 'title', 'description'];
const DEFAULT_INDENT = 2;

/**
 * The edits of a file's text that change an entity's annotations. The rest of the text
 * stays as it is, which no writer of YAML would promise.
 */
export function annotationEdits(
  text: string,
  document: Document.Parsed,
  changes: AnnotationChanges,
): TextEdit[] {
  const root = document.contents;
  const metadata = isMap(root) ? find(root, 'metadata')?.value : undefined;
  if (!isMap(root) || !isMap(metadata)) {
    throw new InputError('metadata is not written as a mapping of its own');
  }
  const added = Object.entries(changes).filter(
    (entry): entry is NewPair => entry[1] !== null,
  );
  const annotations = find(metadata, 'annotations');
  if (!annotations) {
    return [newAnnotations(text, root, metadata, added)];
  }
  const { value } = annotations;
  if (!value || (isScalar(value) && value.value === null)) {
    return filledAnnotations(text, root, metadata, annotations, added);
  }
  if (!isMap(value)) {
    throw new InputError(
      'metadata.annotations is not written as a mapping of its own',
    );
  }
  if (value.items.length === 1 && keyOf(value.items[0]).startsWith('$')) {
    throw new InputError('metadata.annotations is read from another file');
  }
  return mapEdits(text, value, changes);
}

function find(map: ParsedMap, key: string): ParsedPair | undefined {
  return map.items.find(pair => keyOf(pair) === key);
}

function newAnnotations(
  text: string,
  root: ParsedMap,
  metadata: ParsedMap,
  added: NewPair[],
): TextEdit {
  const head = metadata.items.filter(p => HEAD_KEYS.includes(keyOf(p)));
  // An entity has a name.
  const position = endOf(head.at(-1)!);
  if (metadata.flow) {
    const pair = `${quotedText('annotations')}: {${flowPairs(added)}}`;
    return insertion(position, `, ${pair}`);
  }
  return linesBelow(text, position, [
    `${' '.repeat(indentOf(metadata))}annotations:`,
    ...blockLines(added, childIndent(root, metadata)),
  ]);
}

/** `annotations` is there, with nothing in it. */
function filledAnnotations(
  text: string,
  root: ParsedMap,
  metadata: ParsedMap,
  { key, value }: ParsedPair,
  added: NewPair[],
): TextEdit[] {
  const [from, to] = value?.range ?? [key.range[1], key.range[1]];
  if (metadata.flow) {
    const colon = value ? '' : ':';
    return [{ from, to, text: `${colon} {${flowPairs(added)}}` }];
  }
  const blanks = /[ \t]*$/.exec(text.slice(0, from))![0].length;
  return [
    // What stands for nothing, such as `null`.
    ...(to > from ? [{ from: from - blanks, to, text: '' }] : []),
    linesBelow(text, to, blockLines(added, childIndent(root, metadata))),
  ];
}

/** Where keys one level below metadata stand, when the file is as regular as it looks. */
function childIndent(root: ParsedMap, metadata: ParsedMap): number {
  const indent = indentOf(metadata);
  return indent + (indent - indentOf(root) || DEFAULT_INDENT);
}

import { InputError } from '@backstage/errors';
import {
  isAlias,
  isScalar,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import type { AnnotationChanges } from './linkAnnotations';
import {
  inlineText,
  insertion,
  linesBelow,
  quotedText,
  withoutLines,
  type TextEdit,
} from './textEdits';

export type ParsedMap = YAMLMap.Parsed;
export type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** A key and its new value. */
export type NewPair = [key: string, value: string];

/** New annotations stand together. */
const OWN_PREFIX = 'ml-orchestrator/';

/** How many spaces a mapping's keys stand from the left. */
export function indentOf(map: ParsedMap): number {
  const token = map.srcToken;
  return token && 'indent' in token ? token.indent : 0;
}

/** The key of a pair as text. */
export function keyOf({ key }: ParsedPair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Where a pair ends, comments behind it not counted. */
export function endOf({ key, value }: ParsedPair): number {
  return (value ?? key).range[1];
}

/** Lines of a block mapping. */
export function blockLines(pairs: NewPair[], indent: number): string[] {
  return pairs.map(
    ([key, value]) => `${' '.repeat(indent)}${key}: ${inlineText(value)}`,
  );
}

/** Pairs inside the braces of a flow mapping. */
export function flowPairs(pairs: NewPair[]): string {
  return pairs
    .map(([key, value]) => `${quotedText(key)}: ${quotedText(value)}`)
    .join(', ');
}

/** The edits that set and take out keys of a mapping. */
export function mapEdits(
  text: string,
  map: ParsedMap,
  changes: AnnotationChanges,
): TextEdit[] {
  const wanted = new Map(Object.entries(changes));
  const gone = new Set(
    map.items.filter(pair => wanted.get(keyOf(pair)) === null),
  );
  const edits = map.items.flatMap((pair, index) => {
    const value = wanted.get(keyOf(pair));
    if (value === undefined) {
      return [];
    }
    if (value !== null) {
      return [
        replacement(text, pair, map.flow ? quotedText : inlineText, value),
      ];
    }
    return map.flow
      ? [flowRemoval(map, index, gone)]
      : [withoutLines(text, pair.key.range[0], endOf(pair))];
  });
  const known = new Set(map.items.map(keyOf));
  const added = [...wanted].filter(
    (entry): entry is NewPair => entry[1] !== null && !known.has(entry[0]),
  );
  if (added.length > 0) {
    edits.push(
      map.flow
        ? flowInsertion(map, added, gone.size < map.items.length)
        : blockInsertion(text, map, added),
    );
  }
  return edits;
}

function replacement(
  text: string,
  pair: ParsedPair,
  write: (value: string) => string,
  value: string,
): TextEdit {
  const { value: node } = pair;
  if (node && !isScalar(node) && !isAlias(node)) {
    throw new InputError(`its annotation ${keyOf(pair)} is not text`);
  }
  if (!node) {
    return insertion(pair.key.range[1], `: ${write(value)}`);
  }
  const [from, to] = node.range;
  if (from === to) {
    // Nothing there: only keep it apart from the colon before and a comment behind.
    const before = /\s/.test(text[from - 1]) ? '' : ' ';
    const behind = text[to] === '#' ? ' ' : '';
    return insertion(from, `${before}${write(value)}${behind}`);
  }
  // A block scalar includes its line end, and has its comment in its first line.
  const [lineEnd] = /(?:\r?\n)?$/.exec(text.slice(from, to))!;
  const block = isScalar(node) && node.type?.startsWith('BLOCK_');
  const comment = block && node.comment ? ` #${node.comment}` : '';
  return { from, to, text: `${write(value)}${comment}${lineEnd}` };
}

function blockInsertion(
  text: string,
  map: ParsedMap,
  added: NewPair[],
): TextEdit {
  const own = map.items.filter(pair => keyOf(pair).startsWith(OWN_PREFIX));
  const last = own.at(-1) ?? map.items.at(-1)!;
  return linesBelow(text, endOf(last), blockLines(added, indentOf(map)));
}

function flowInsertion(
  map: ParsedMap,
  added: NewPair[],
  somethingStays: boolean,
): TextEdit {
  const last = map.items.at(-1);
  return insertion(
    last ? endOf(last) : map.range[0] + 1,
    `${somethingStays ? ', ' : ''}${flowPairs(added)}`,
  );
}

/** Takes a pair out together with one comma. */
function flowRemoval(
  map: ParsedMap,
  index: number,
  gone: Set<ParsedPair>,
): TextEdit {
  const pair = map.items[index];
  const next = map.items[index + 1];
  const staysBefore = map.items.slice(0, index).some(p => !gone.has(p));
  if (staysBefore) {
    return { from: endOf(map.items[index - 1]), to: endOf(pair), text: '' };
  }
  return {
    from: pair.key.range[0],
    to: next ? next.key.range[0] : endOf(pair),
    text: '',
  };
}

import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { GuidanceDocument } from './GuidanceDocument';

/** Where in which file something stands; lines and columns count from 1. */
export interface GuidancePosition {
  file: string;
  line: number;
  column: number;
  isDefault: boolean;
}

/** One step of a path that holds in every layer: list items with an id are found by it. */
type Step = string | number | { id: string; occurrence: number };

/**
 * Where a value of the merged guidance was written. Layers may each hold a part
 * of it: the topmost one that holds the value itself is meant, or failing
 * that the topmost that holds the nearest thing around it.
 */
export function locate(
  documents: readonly GuidanceDocument[],
  merged: unknown,
  path: readonly (string | number)[],
): GuidancePosition | undefined {
  const steps = stableSteps(merged, path);
  let best: { depth: number; position: GuidancePosition } | undefined;
  for (const { document, lines, file, isDefault } of documents) {
    const { node, depth } = descend(document.contents, steps);
    if (node?.range && depth > 0 && depth >= (best?.depth ?? 0)) {
      const { line, col } = lines.linePos(node.range[0]);
      best = { depth, position: { file, line, column: col, isDefault } };
    }
  }
  if (best) {
    return best.position;
  }
  // Nothing of the path was written anywhere: the last file is where it should be.
  const last = documents[documents.length - 1];
  return (
    last && { file: last.file, line: 1, column: 1, isDefault: last.isDefault }
  );
}

function stableSteps(
  merged: unknown,
  path: readonly (string | number)[],
): Step[] {
  let value = merged;
  return path.map(key => {
    const list = value;
    value = (value as Record<string | number, unknown> | undefined)?.[key];
    const id = idOf(value);
    if (!Array.isArray(list) || typeof key !== 'number' || id === undefined) {
      return key;
    }
    const occurrence = list.slice(0, key).filter(i => idOf(i) === id).length;
    return { id, occurrence };
  });
}

function idOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Goes down as far as the steps lead; for map entries the position is that of the key. */
function descend(root: unknown, steps: Step[]): { node?: Node; depth: number } {
  let node: unknown = root;
  let found: Node | undefined;
  let depth = 0;
  for (const step of steps) {
    if (isMap(node) && typeof step !== 'object') {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) {
        break;
      }
      node = pair.value;
      found = isNode(pair.key) ? pair.key : undefined;
    } else if (isSeq(node)) {
      const item: unknown =
        typeof step === 'object'
          ? node.items.filter(i => isMap(i) && i.get('id') === step.id)[
              step.occurrence
            ]
          : node.items[Number(step)];
      if (!isNode(item)) {
        break;
      }
      node = item;
      found = item;
    } else {
      break;
    }
    depth++;
  }
  return { node: found, depth };
}

import { pruneReferences } from './pruneReferences';

/** A guidance document before its shape is checked. */
export type RawGuidance = Record<string, unknown>;

type Item = Record<string, unknown> & { id: string };

/** Fields in which `null` says something, so that it cannot mean "drop this". */
export const NULL_IS_A_VALUE = new Set(['usd']);

/**
 * Lays one guidance document over another. Maps merge by key, and a key set to
 * `null` is dropped. Lists of objects with an `id` merge by id: fields override,
 * new ids are appended, `remove: true` drops an item. Everything else, an
 * empty list included, replaces what was there.
 *
 * References to orchestrators and questions that the overlay drops are dropped
 * with them, so that dropping one takes one line.
 */
export function mergeGuidanceLayers(
  base: RawGuidance,
  overlay: RawGuidance,
): RawGuidance {
  return pruneReferences(base, mergeMaps(base, overlay));
}

function mergeMaps(
  base: Record<string, unknown>,
  overlay: Record<string, unknown>,
): Record<string, unknown> {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(overlay)) {
    if (value === null && !NULL_IS_A_VALUE.has(key)) {
      merged.delete(key);
    } else {
      merged.set(key, mergeValues(merged.get(key), value));
    }
  }
  // fromEntries defines own properties, so a key like __proto__ does no harm.
  return Object.fromEntries(merged);
}

function mergeValues(base: unknown, overlay: unknown): unknown {
  if (isItemList(overlay)) {
    return mergeLists(isItemList(base) ? base : [], overlay);
  }
  if (isMap(overlay)) {
    return mergeMaps(isMap(base) ? base : {}, overlay);
  }
  return overlay;
}

function mergeLists(base: Item[], overlay: Item[]): unknown[] {
  const merged: Record<string, unknown>[] = [...base];
  // Only what the base holds is overridden: an id that the overlay itself
  // repeats is a mistake, and must still be there for lint to report.
  const position = new Map(base.map((item, i) => [item.id, i]));
  const removed = new Set<string>();
  for (const item of overlay) {
    const at = position.get(item.id);
    if (item.remove === true) {
      removed.add(item.id);
    } else if (at === undefined) {
      merged.push(mergeMaps({}, item));
    } else {
      merged[at] = mergeMaps(merged[at], item);
    }
  }
  return merged.filter(item => !removed.has(item.id as string));
}

/** Whether the value is a map, as YAML has it. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isItemList(value: unknown): value is Item[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(item => isMap(item) && typeof item.id === 'string')
  );
}

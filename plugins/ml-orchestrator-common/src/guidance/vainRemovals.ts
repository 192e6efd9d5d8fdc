import { closest } from '../text/closest';
import type { GuidanceFinding } from './findings';
import { isMap } from './mergeGuidanceLayers';
import type { RawGuidance } from './mergeGuidanceLayers';

/**
 * Entries of a layer that say `remove: true` of an id that nothing below the layer has:
 * most likely a slip of the pen. Paths lead into the layer, not into the merged guidance.
 */
export function findVainRemovals(
  base: RawGuidance,
  layer: RawGuidance,
): GuidanceFinding[] {
  return inMap(base, layer, []);
}

type Path = (string | number)[];

function inMap(base: unknown, layer: RawGuidance, at: Path): GuidanceFinding[] {
  return Object.entries(layer).flatMap(([key, value]) => {
    const below = isMap(base) ? base[key] : undefined;
    if (Array.isArray(value)) {
      return inList(Array.isArray(below) ? below : [], value, [...at, key]);
    }
    return isMap(value) ? inMap(below, value, [...at, key]) : [];
  });
}

function inList(
  base: unknown[],
  layer: unknown[],
  at: Path,
): GuidanceFinding[] {
  const known = base.filter(isMap);
  return layer.flatMap((item, i): GuidanceFinding[] => {
    if (!isMap(item) || typeof item.id !== 'string') {
      return [];
    }
    const { id } = item;
    const below = known.find(other => other.id === id);
    if (item.remove !== true) {
      return inMap(below, item, [...at, i]);
    }
    return below ? [] : [vain(id, known, [...at, i, 'id'])];
  });
}

function vain(id: string, known: RawGuidance[], path: Path): GuidanceFinding {
  const ids = known.map(item => String(item.id));
  const meant = closest(id, ids);
  const others = ids.length
    ? `There are: ${ids.join(', ')}.`
    : 'There is nothing to remove here.';
  return {
    severity: 'warning',
    code: 'nothing-to-remove',
    path,
    message: `"${id}" cannot be removed, since nothing has this id`,
    hint: meant ? `Did you mean "${meant}"?` : others,
  };
}

import { closest } from '../text/closest';
import type { GuidanceFinding } from './findings';
import { isMap, NULL_IS_A_VALUE } from './mergeGuidanceLayers';
import type { RawGuidance } from './mergeGuidanceLayers';

/**
 * What a layer drops although nothing below the layer has it: `remove: true` of an unknown id, or
 * `null` for an unknown key (as a comma in `{ because: This, that }` makes one). Most likely
 * slips of the pen. Paths lead into the layer, not into the merged guidance.
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
    if (value === null && below === undefined && !NULL_IS_A_VALUE.has(key)) {
      const keys = isMap(base) ? Object.keys(base) : [];
      return [vain(key, keys, [...at, key], 'this key')];
    }
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
    return below
      ? []
      : [
          vain(
            id,
            known.map(other => String(other.id)),
            [...at, i, 'id'],
            'this id',
          ),
        ];
  });
}

function vain(
  name: string,
  known: string[],
  path: Path,
  what: string,
): GuidanceFinding {
  const meant = closest(name, known);
  const others = known.length
    ? `There are: ${known.join(', ')}.`
    : 'There is nothing to remove here.';
  return {
    severity: 'warning',
    code: 'nothing-to-remove',
    path,
    message: `"${name}" cannot be removed, since nothing has ${what}`,
    hint: meant ? `Did you mean "${meant}"?` : others,
  };
}

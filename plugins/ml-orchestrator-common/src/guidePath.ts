/** Something that the guide says and that can be linked to. */
export type GuidePlace =
  | 'orchestrator'
  | 'criterion'
  | 'stage'
  | 'term'
  | 'scenario'
  | 'muddy-point'
  | 'hybrid'
  | 'self-check';

/** The element id of a place on the page that shows it, such as `term-lineage`. */
export function guideAnchor(place: GuidePlace, id: string): string {
  return `${place}-${id}`;
}

/**
 * Where a place is found: the tab, and what follows the tab's address. Orchestrators have
 * a page of their own, everything else an anchor on its tab.
 */
export function guidePath(
  place: GuidePlace,
  id: string,
): { tab: 'compare' | 'learn'; rest: string } {
  switch (place) {
    case 'orchestrator':
      return { tab: 'compare', rest: `/${id}` };
    case 'criterion':
      return { tab: 'compare', rest: `#${guideAnchor(place, id)}` };
    default:
      return { tab: 'learn', rest: `#${guideAnchor(place, id)}` };
  }
}

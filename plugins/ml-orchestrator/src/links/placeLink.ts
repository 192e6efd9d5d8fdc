import { guidePath } from 'backstage-plugin-ml-orchestrator-common';
import type { GuidePlace } from 'backstage-plugin-ml-orchestrator-common';
import type { GuideLinks } from './GuideLinks';

/** The link to something that the guide says, on the tab that says it. */
export function placeLink(
  links: GuideLinks,
  place: GuidePlace,
  id: string,
): string | undefined {
  const { tab, rest } = guidePath(place, id);
  const to = links.tab(tab);
  return to === undefined ? undefined : `${to}${rest}`;
}

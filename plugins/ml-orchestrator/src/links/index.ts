export { GuideLinksProvider, placeLink, useGuideLinks } from './GuideLinks';
export type { EntityRoute, GuideLinks, GuideTab } from './GuideLinks';
export { RouteRefLinks } from './RouteRefLinks';

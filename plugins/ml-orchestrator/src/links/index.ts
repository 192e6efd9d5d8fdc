export { GuideLinksProvider, useGuideLinks } from './GuideLinks';
export type { EntityRoute, GuideLinks, GuideTab } from './GuideLinks';
export { placeLink } from './placeLink';
export { RouteRefLinks } from './RouteRefLinks';

export { GuideSearchResultItem } from './GuideSearchResultItem';
export type { GuideSearchResultItemProps } from './GuideSearchResultItem';

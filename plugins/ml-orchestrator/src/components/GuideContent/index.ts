export { GuideContent } from './GuideContent';

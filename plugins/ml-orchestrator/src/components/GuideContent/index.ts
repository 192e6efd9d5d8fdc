export { GuideContent, MainDrawnByPortal } from './GuideContent';

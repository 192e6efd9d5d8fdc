export { WithGuidance } from './WithGuidance';

export { GuidanceWarnings } from './GuidanceWarnings';

export { GuidancePage } from './GuidancePage';

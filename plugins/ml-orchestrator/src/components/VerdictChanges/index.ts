export { VerdictChanges } from './VerdictChanges';

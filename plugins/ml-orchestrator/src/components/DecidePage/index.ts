export { DecidePage } from './DecidePage';

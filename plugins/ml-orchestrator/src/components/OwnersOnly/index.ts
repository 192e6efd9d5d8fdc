export { OwnersOnly } from './OwnersOnly';

export { migrate, openDatabase } from './openDatabase';

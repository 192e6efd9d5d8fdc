export { createStarterRouter } from './createStarterRouter';

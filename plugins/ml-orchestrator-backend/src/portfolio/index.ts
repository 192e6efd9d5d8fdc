export { startPortfolio } from './startPortfolio';

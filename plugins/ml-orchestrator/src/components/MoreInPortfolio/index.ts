export { MoreInPortfolio } from './MoreInPortfolio';

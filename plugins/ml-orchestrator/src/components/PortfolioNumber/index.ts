export { PortfolioNumber } from './PortfolioNumber';
export { usePortfolioLink } from './usePortfolioLink';

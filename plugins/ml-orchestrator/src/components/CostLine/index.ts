export { CostLine } from './CostLine';

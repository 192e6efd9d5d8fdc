export { DecisionTreeCard } from './DecisionTreeCard';

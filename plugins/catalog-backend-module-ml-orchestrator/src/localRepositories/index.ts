export { catalogModuleLocalRepositories } from './module';

export { mlOrchestratorApiRef } from './MlOrchestratorApi';
export type { GuidanceResponse, MlOrchestratorApi } from './MlOrchestratorApi';
export { MlOrchestratorClient } from './MlOrchestratorClient';

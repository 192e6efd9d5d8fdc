import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { registerCompareOrchestrators } from './compareOrchestrators';
import { registerEstimateCost } from './estimateCost';
import { registerListOrchestrators } from './listOrchestrators';
import { registerRecommendOrchestrator } from './recommendOrchestrator';

/** What an action works with. */
export interface ActionServices {
  actionsRegistry: ActionsRegistryService;
  guidance: GuidanceService;
}

/** Offers the guide to assistants, through Backstage's actions registry. */
export function registerActions(services: ActionServices) {
  registerListOrchestrators(services);
  registerCompareOrchestrators(services);
  registerRecommendOrchestrator(services);
  registerEstimateCost(services);
}

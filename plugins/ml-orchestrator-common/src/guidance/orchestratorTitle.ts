import type { Guidance } from './types';

/** Title of an orchestrator; its id if the guidance does not know it. */
export function orchestratorTitle(guidance: Guidance, id: string): string {
  return guidance.orchestrators.find(o => o.id === id)?.title ?? id;
}

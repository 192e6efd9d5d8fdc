import {
  loadDefaultGuidance,
  type GuidanceService,
} from 'backstage-plugin-ml-orchestrator-node';

/** Serves the default guidance, or what a test makes of it. */
export function guidanceFor(
  load: () => ReturnType<typeof loadDefaultGuidance> = loadDefaultGuidance,
): GuidanceService {
  return {
    get: async () => ({ guidance: await load(), warnings: [], layers: [] }),
  };
}

// `npm run starter -- SPEC FOLDER`: generates a starter, for those who work on the starters.
import { runTool } from './lib/tool.mjs';

runTool(
  'plugins/scaffolder-backend-module-ml-orchestrator/tools/generateStarter.ts',
);

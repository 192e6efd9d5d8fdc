// `npm run guidance:check -- FILE…`: checks guidance layers by schema and lint.
import { runTool } from './lib/tool.mjs';

runTool('plugins/ml-orchestrator-node/tools/checkGuidance.ts');

import { decidingPart } from 'backstage-plugin-ml-orchestrator-common';
import type {
  DecidingGuidance,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { createHash } from 'node:crypto';

/** The part of a guidance that decides, and a name for it that is the same wherever it says the same. */
export function guidanceVersion(guidance: Guidance): {
  version: string;
  document: DecidingGuidance;
} {
  const document = decidingPart(guidance);
  const version = createHash('sha256')
    .update(JSON.stringify(document))
    .digest('hex');
  return { version, document };
}

import { createPermission } from '@backstage/plugin-permission-common';

/** Lets a person see how the guidance is made up and how it fares: the Guidance tab. */
export const guidanceOwnerReadPermission = createPermission({
  name: 'ml-orchestrator.guidance.owner.read',
  attributes: { action: 'read' },
});

/** Every permission of ML Orchestrator. */
export const mlOrchestratorPermissions = [guidanceOwnerReadPermission];

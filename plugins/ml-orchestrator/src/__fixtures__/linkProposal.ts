import type { LinkProposal } from 'backstage-plugin-ml-orchestrator-common';

/** What detection proposes for an entity. */
export const linkProposalFixture = (entityRef: string): LinkProposal => ({
  entityRef,
  orchestrator: 'step-functions',
  confidence: 'high',
  evidence: [{ path: 'train.asl.json', line: 12, found: 'States' }],
  etag: '1',
  foundAt: '2026-11-24T12:00:00.000Z',
});

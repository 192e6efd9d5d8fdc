import type { LinkProposal } from 'backstage-plugin-ml-orchestrator-common';

/**
 * The query that fills in the form of the template for linking with what detection
 * proposes. Whoever wants to answer the questions instead still can.
 */
export function proposalQuery({
  entityRef,
  orchestrator,
  locator,
}: LinkProposal): string {
  const formData = {
    entity: entityRef,
    how: 'runs-on',
    orchestrator: `resource:default/${orchestrator}`,
    ...(locator && { locator }),
  };
  return `?${new URLSearchParams({ formData: JSON.stringify(formData) })}`;
}

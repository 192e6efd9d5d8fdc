import { useLinkProposal } from '../../hooks';
import { ProposalText } from './ProposalText';

/**
 * What detection proposes for an entity. Nothing while it loads, and nothing if it cannot
 * be loaded: it is a hint, and no more.
 */
export const LinkProposal = ({ entityRef }: { entityRef: string }) => {
  const found = useLinkProposal(entityRef);
  return found ? <ProposalText {...found} /> : null;
};

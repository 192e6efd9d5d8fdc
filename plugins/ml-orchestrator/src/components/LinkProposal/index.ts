export { LinkProposal } from './LinkProposal';
export { LinkProposalCard } from './LinkProposalCard';

export { LinkProposal } from './LinkProposal';

export { FixtureApi } from './FixtureApi';
export { fixtureModule } from './fixtureModule';
export { guidanceFixture } from './guidance';
export { linkProposalFixture } from './linkProposal';

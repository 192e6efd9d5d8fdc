export { FixtureApi } from './FixtureApi';
export { guidanceFixture } from './guidance';

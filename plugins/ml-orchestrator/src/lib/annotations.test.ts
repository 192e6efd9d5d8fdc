import { annotationsYaml } from './annotations';

describe('annotationsYaml', () => {
  it('links an entity to its orchestrator and keeps the answers', () => {
    expect(annotationsYaml('step-functions', { loops: 'yes', reach: 'aws' }))
      .toBe(`metadata:
  annotations:
    ml-orchestrator/orchestrator: "step-functions"
    ml-orchestrator/answers: "loops=yes,reach=aws"
`);
  });
});

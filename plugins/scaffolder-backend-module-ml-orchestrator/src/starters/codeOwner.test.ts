import { codeOwner } from './codeOwner';

describe('codeOwner', () => {
  it.each([
    ['group:default/growth-analytics', '@example/growth-analytics'],
    ['growth-analytics', '@example/growth-analytics'],
    ['user:default/ada', '@ada'],
    ['User:ada', '@ada'],
  ])('suggests for %s the name %s', (owner, expected) => {
    expect(codeOwner({ owner, repoSlug: 'example/churn' })).toBe(expected);
  });

  it('suggests nothing for a repository that is not on GitHub', () => {
    expect(codeOwner({ owner: 'team' })).toBeUndefined();
  });
});

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

  it('suggests a group beside the project on GitLab', () => {
    expect(codeOwner({ owner: 'team', repoSlug: 'group/sub/churn' })).toBe(
      '@group/sub/team',
    );
  });

  it('suggests nothing where nobody said where the repository goes', () => {
    expect(codeOwner({ owner: 'team' })).toBeUndefined();
  });
});

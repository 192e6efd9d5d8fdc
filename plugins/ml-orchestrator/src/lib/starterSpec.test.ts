import { isDecided, specOfForm } from './starterSpec';

describe('specOfForm', () => {
  it('leaves out what is not part of the spec or not filled in', () => {
    expect(
      specOfForm({ name: 'churn', destination: 'local', owner: undefined }),
    ).toEqual({ name: 'churn' });
    expect(specOfForm(undefined)).toEqual({});
  });

  it('takes the CI of the destination, whatever was chosen before', () => {
    expect(specOfForm({ destination: 'github', ci: 'gitlab' })).toEqual({
      ci: 'github',
    });
    expect(specOfForm({ destination: 'local', ci: 'gitlab' })).toEqual({
      ci: 'gitlab',
    });
  });

  it('knows the repository by the picker, once both parts are chosen', () => {
    expect(specOfForm({ repoUrl: 'github.com?owner=a&repo=b' })).toEqual({
      repoSlug: 'a/b',
    });
    expect(specOfForm({ repoUrl: 'github.com?owner=a' })).toEqual({});
    expect(specOfForm({ repoUrl: '' })).toEqual({});
  });
});

describe('isDecided', () => {
  it('needs an orchestrator', () => {
    expect(isDecided({})).toBe(false);
    expect(isDecided({ decision: { answers: {} } })).toBe(false);
    expect(isDecided({ decision: { orchestrator: 'a' } })).toBe(true);
  });
});

import { findDecisionRecord } from './decisionRecord';

const withAnnotations = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'churn', annotations },
});

describe('findDecisionRecord', () => {
  it('prefers the documentation', () => {
    expect(
      findDecisionRecord(
        withAnnotations({
          'backstage.io/techdocs-ref': 'dir:.',
          'backstage.io/source-location': 'url:https://example.com/r/',
        }),
      ),
    ).toEqual({ kind: 'techdocs', path: '/decisions/0001-orchestrator' });
  });

  it.each([
    'url:https://example.com/o/r/tree/main/',
    'url:https://example.com/o/r/tree/main',
  ])('finds it in the repository %s', source => {
    expect(
      findDecisionRecord(
        withAnnotations({ 'backstage.io/source-location': source }),
      ),
    ).toEqual({
      kind: 'source',
      url: 'https://example.com/o/r/tree/main/docs/decisions/0001-orchestrator.md',
    });
  });

  it.each(['file:/srv/repos/churn/', 'url:javascript:alert(1)', ''])(
    'does not link to %p',
    source => {
      expect(
        findDecisionRecord(
          withAnnotations({ 'backstage.io/source-location': source }),
        ),
      ).toBeUndefined();
    },
  );
});

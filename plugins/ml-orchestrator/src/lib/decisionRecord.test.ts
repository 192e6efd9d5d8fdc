import { findDecisionRecord } from './decisionRecord';

const find = (annotations: Record<string, string>) =>
  findDecisionRecord({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'churn', annotations },
  });
const answers = { 'ml-orchestrator/answers': 'reach=aws' };
const record = (path: string) => ({ 'ml-orchestrator/decision-record': path });

describe('findDecisionRecord', () => {
  it('finds it in the documentation and in the repository', () => {
    expect(
      find({
        ...answers,
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/managed-by-location':
          'url:https://example.com/o/r/blob/main/ml/catalog-info.yaml',
      }),
    ).toEqual({
      techdocs: '/decisions/0001-orchestrator',
      source:
        'https://example.com/o/r/blob/main/ml/docs/decisions/0001-orchestrator.md',
    });
  });

  it('goes by the annotation', () => {
    expect(
      find({
        ...record('docs/decisions/0013-orchestrator.md'),
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/source-location': 'url:https://example.com/o/r',
      }),
    ).toEqual({
      techdocs: '/decisions/0013-orchestrator',
      source: 'https://example.com/o/r/docs/decisions/0013-orchestrator.md',
    });
  });

  it.each([
    // Nobody decided, so nothing is recorded.
    [{ 'backstage.io/techdocs-ref': 'dir:.' }],
    [answers],
    [
      {
        ...answers,
        'backstage.io/managed-by-location': 'file:/srv/churn.yaml',
      },
    ],
    // eslint-disable-next-line no-script-url
    [{ ...answers, 'backstage.io/source-location': 'url:javascript:alert(1)' }],
    [
      {
        ...record('https://elsewhere.example/x'),
        'backstage.io/source-location': 'url:https://example.com/o/r/',
      },
    ],
    [
      {
        // eslint-disable-next-line no-script-url
        ...record('javascript:alert(1)'),
        'backstage.io/source-location': 'url:https://example.com/o/r/',
      },
    ],
  ])('leads nowhere for %j', annotations => {
    expect(find(annotations)).toEqual({});
  });
});

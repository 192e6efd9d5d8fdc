import { isInvited, isProposable } from './likelyPipeline';

const entity = (rest: {
  kind?: string;
  type?: string;
  tags?: string[];
  annotations?: Record<string, string>;
}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: rest.kind ?? 'Component',
  metadata: { name: 'churn', tags: rest.tags, annotations: rest.annotations },
  spec: { type: rest.type ?? 'service' },
});

describe('isInvited', () => {
  it('invites what is likely a pipeline', () => {
    expect(isInvited(entity({ type: 'ML-Pipeline' }))).toBe(true);
    expect(isInvited(entity({ tags: ['ml-pipeline'] }))).toBe(true);
    expect(
      isInvited(entity({ type: 'training' }), { types: ['training'] }),
    ).toBe(true);
  });

  it.each([
    entity({}),
    entity({ tags: ['python'] }),
    entity({ kind: 'Resource', type: 'ml-pipeline' }),
    entity({
      type: 'ml-pipeline',
      annotations: { 'ml-orchestrator/orchestrator': 'step-functions' },
    }),
  ])('leaves others alone: %j', other => {
    expect(isInvited(other)).toBe(false);
  });
});

describe('isProposable', () => {
  it('takes every other component that is not linked', () => {
    expect(isProposable(entity({}))).toBe(true);
    expect(
      isProposable(entity({ type: 'ml-pipeline' }), { types: ['training'] }),
    ).toBe(true);
  });

  it.each([
    entity({ type: 'ml-pipeline' }),
    entity({ kind: 'Resource' }),
    entity({
      annotations: { 'ml-orchestrator/orchestrator': 'step-functions' },
    }),
  ])('leaves alone what is invited, linked or no component: %j', other => {
    expect(isProposable(other)).toBe(false);
  });
});

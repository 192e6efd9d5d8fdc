import { mergeGuidanceLayers } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import {
  guidanceLayerOf,
  readGuidanceChange,
  withGuidanceChange,
} from './guidanceChange';
import type { GuidanceChange } from './guidanceChange';

const change = (given: Partial<GuidanceChange>): GuidanceChange => ({
  ...readGuidanceChange(new URLSearchParams()),
  ...given,
});
const layer = (given: Partial<GuidanceChange>) =>
  guidanceLayerOf(guidanceFixture, change(given));

describe('a change of the guidance in the address', () => {
  it('stands beside the filters, and begins on the first page', () => {
    const hold = change({ orchestrator: 'airflow-mwaa', ring: 'hold' });
    const query = withGuidanceChange(
      new URLSearchParams('orchestrator=airflow-mwaa&page=3&effect=for'),
      hold,
    );
    expect(query.toString()).toBe(
      'orchestrator=airflow-mwaa&change=ring&of=airflow-mwaa&ring=hold',
    );
    expect(readGuidanceChange(query)).toEqual(hold);
  });

  it('is a ring when it says something else', () => {
    expect(readGuidanceChange(new URLSearchParams('change=weather')).kind).toBe(
      'ring',
    );
  });
});

describe('a change as a layer', () => {
  it('changes a ring, and drops the reason for the old one', () => {
    expect(layer({ orchestrator: 'airflow-mwaa', ring: 'hold' })).toEqual({
      orchestrators: [{ id: 'airflow-mwaa', ring: 'hold', ringReason: null }],
    });
    expect(
      layer({ orchestrator: 'airflow-mwaa', ring: 'hold', reason: ' dear ' }),
    ).toMatchObject({ orchestrators: [{ ringReason: 'dear' }] });
  });

  it('drops no reason where there is none', () => {
    expect(layer({ orchestrator: 'step-functions', ring: 'hold' })).toEqual({
      orchestrators: [{ id: 'step-functions', ring: 'hold' }],
    });
  });

  const evidence = {
    kind: 'evidence',
    question: 'loops',
    option: 'yes',
    orchestrator: 'sagemaker-pipelines',
  } as const;

  it('changes what an answer says, with the reason of today unless there is another', () => {
    expect(layer({ ...evidence, effect: 'against' })).toEqual({
      questions: [
        {
          id: 'loops',
          options: [
            {
              id: 'yes',
              evidence: {
                'sagemaker-pipelines': {
                  effect: 'against',
                  because: 'its graph has no loops',
                },
              },
            },
          ],
        },
      ],
    });
  });

  it('lets an answer say nothing any more', () => {
    const merged = mergeGuidanceLayers(
      guidanceFixture as never,
      layer({ ...evidence, effect: 'none' })!,
    ) as unknown as typeof guidanceFixture;
    const yes = merged.questions[1].options[0];
    expect(Object.keys(yes.evidence)).toEqual(['step-functions']);
    expect(yes.label).toBe('Yes, it loops');
  });

  it.each<Partial<GuidanceChange>>([
    {},
    { orchestrator: 'airflow-mwaa' },
    { orchestrator: 'kubeflow', ring: 'hold' },
    { orchestrator: 'airflow-mwaa', ring: 'gone' },
    { ...evidence },
    { ...evidence, effect: 'toString' },
    { ...evidence, option: 'perhaps', effect: 'for' },
    // New evidence needs a reason.
    { ...evidence, orchestrator: 'old-runner', effect: 'for' },
    { kind: 'layer', orchestrator: 'airflow-mwaa', ring: 'hold' },
  ])('waits until it is complete: %j', given => {
    expect(layer(given)).toBeUndefined();
  });
});

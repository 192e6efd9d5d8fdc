import { smallGuidance } from '../__testUtils__/smallGuidance';
import { decidingPart, guidanceDifferences } from './guidanceDifferences';
import { mergeGuidanceLayers } from './mergeGuidanceLayers';
import { guidanceSchema } from './schema';

const ANSWERS = { airflow: 'no', steps: 'aws', loops: 'no' };
const differences = (
  layer: Record<string, unknown>,
  orchestrators = ['functions', 'pipelines'],
) =>
  guidanceDifferences(
    smallGuidance,
    guidanceSchema.parse(mergeGuidanceLayers(smallGuidance, layer)),
    ANSWERS,
    orchestrators,
  );
const evidence = (
  question: string,
  option: string,
  id: string,
  effect: string,
) => ({
  questions: [
    {
      id: question,
      options: [
        { id: option, evidence: { [id]: { effect, because: 'Now.' } } },
      ],
    },
  ],
});

describe('decidingPart', () => {
  it('keeps what decides, and leaves words out', () => {
    const reworded = {
      ...smallGuidance,
      title: 'Another title',
      questions: smallGuidance.questions.map(q => ({ ...q, text: 'Well?' })),
    };
    const part = decidingPart(smallGuidance);
    expect(decidingPart(reworded)).toEqual(part);
    expect(
      guidanceDifferences(part, smallGuidance, ANSWERS, ['functions']),
    ).toEqual([]);
  });
});

describe('guidanceDifferences', () => {
  it('finds none in the same guidance, nor in what decides nothing', () => {
    expect(differences({})).toEqual([]);
    expect(differences({ title: 'Another title' })).toEqual([]);
    expect(
      differences({
        orchestrators: [{ id: 'functions', ring: 'recommended' }],
      }),
    ).toEqual([]);
  });

  it('names a new ring and its reason', () => {
    expect(
      differences({
        orchestrators: [
          { id: 'functions', ring: 'hold', ringReason: 'Too dear.' },
        ],
      }),
    ).toEqual([
      {
        kind: 'ring',
        orchestrator: 'functions',
        before: 'recommended',
        after: 'hold',
        because: 'Too dear.',
      },
    ]);
  });

  it('names evidence of the answers given, before and after', () => {
    expect(
      differences(evidence('steps', 'aws', 'functions', 'against')),
    ).toEqual([
      {
        kind: 'evidence',
        orchestrator: 'functions',
        question: 'steps',
        option: 'aws',
        before: { effect: 'strongly-for', because: 'Made for it.' },
        after: { effect: 'against', because: 'Now.' },
      },
    ]);
    expect(differences(evidence('loops', 'no', 'pipelines', 'for'))).toEqual([
      expect.objectContaining({ after: { effect: 'for', because: 'Now.' } }),
    ]);
    // Another option's, or another orchestrator's, is not to the point.
    expect(
      differences(evidence('steps', 'sagemaker', 'functions', 'for')),
    ).toEqual([]);
    expect(differences(evidence('steps', 'aws', 'airflow', 'for'))).toEqual([]);
  });

  it('names what is gone, and what came', () => {
    expect(
      differences({ orchestrators: [{ id: 'pipelines', remove: true }] }),
    ).toEqual([{ kind: 'orchestrator-removed', orchestrator: 'pipelines' }]);
    expect(differences({ questions: [{ id: 'loops', remove: true }] })).toEqual(
      [{ kind: 'question-removed', question: 'loops' }],
    );
    const other = { id: 'other', label: 'Elsewhere' };
    const moved = differences({
      questions: [
        { id: 'steps', options: [{ id: 'aws', remove: true }, other] },
      ],
    });
    expect(moved).toEqual([
      { kind: 'option-removed', question: 'steps', option: 'aws' },
    ]);
    const kubeflow = { ...smallGuidance.orchestrators[0], id: 'kubeflow' };
    expect(
      differences({ orchestrators: [kubeflow] }, ['functions', 'kubeflow']),
    ).toEqual([{ kind: 'orchestrator-added', orchestrator: 'kubeflow' }]);
  });

  it('names a question that no longer applies, and leaves out what it says', () => {
    expect(
      differences({
        questions: [
          { id: 'steps', askWhen: { question: 'airflow', options: ['yes'] } },
        ],
      }),
    ).toEqual([{ kind: 'applies', question: 'steps', after: false }]);
  });

  it('names another order, which decides ties', () => {
    const { orchestrators } = smallGuidance;
    expect(
      guidanceDifferences(
        smallGuidance,
        { ...smallGuidance, orchestrators: [...orchestrators].reverse() },
        ANSWERS,
        ['functions', 'pipelines'],
      ),
    ).toEqual([{ kind: 'order' }]);
  });
});

import { readDecision } from './readDecision';

const entity = (annotations?: Record<string, string>) => ({
  metadata: { annotations },
});

describe('readDecision', () => {
  it('reads orchestrator, answers and reason', () => {
    expect(
      readDecision(
        entity({
          'ml-orchestrator/orchestrator': 'step-functions',
          'ml-orchestrator/answers': 'steps=aws,loops=yes',
          'ml-orchestrator/override-reason': 'The team knows it.',
        }),
      ),
    ).toEqual({
      orchestrator: 'step-functions',
      answers: { steps: 'aws', loops: 'yes' },
      overrideReason: 'The team knows it.',
    });
  });

  it('is content with an orchestrator alone', () => {
    expect(
      readDecision(entity({ 'ml-orchestrator/orchestrator': 'airflow-mwaa' })),
    ).toEqual({ orchestrator: 'airflow-mwaa', answers: {} });
  });

  it.each<Record<string, string> | undefined>([
    undefined,
    {},
    { 'ml-orchestrator/orchestrator': '  ' },
  ])('finds no decision in %p', annotations => {
    expect(readDecision(entity(annotations))).toBeUndefined();
  });
});

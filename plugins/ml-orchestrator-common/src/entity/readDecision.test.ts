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

  it('reads who decided', () => {
    const decision = readDecision(
      entity({
        'ml-orchestrator/orchestrator': 'step-functions',
        'ml-orchestrator/decided-by': ' user:default/ana ',
      }),
    );
    expect(decision?.decidedBy).toBe('user:default/ana');
  });

  it('is content with an orchestrator alone', () => {
    expect(
      readDecision(entity({ 'ml-orchestrator/orchestrator': 'airflow-mwaa' })),
    ).toEqual({ orchestrator: 'airflow-mwaa', answers: {} });
  });

  it('reads the day of the decision, where it is one', () => {
    const on = (day: string) =>
      readDecision(
        entity({
          'ml-orchestrator/orchestrator': 'airflow-mwaa',
          'ml-orchestrator/decided-on': day,
        }),
      )?.decidedOn;
    expect(on(' 2026-02-28 ')).toBe('2026-02-28');
    expect(['2026-02-30', '28.02.2026', 'soon', ''].map(on)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each<Record<string, string> | undefined>([
    undefined,
    {},
    { 'ml-orchestrator/orchestrator': '  ' },
  ])('finds no decision in %p', annotations => {
    expect(readDecision(entity(annotations))).toBeUndefined();
  });
});

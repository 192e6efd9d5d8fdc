import { daysByVerdict, drawnOut } from './portfolioSeries';

const days = daysByVerdict([
  {
    day: '2026-11-01',
    counts: [
      { orchestrator: 'step-functions', verdict: 'fits', count: 2 },
      { orchestrator: 'airflow-mwaa', verdict: 'fits', count: 1 },
      { verdict: 'unlinked', count: 4 },
    ],
  },
  { day: '2026-11-20', counts: [] },
]);

describe('the history of the portfolio', () => {
  it('adds up by verdict', () => {
    expect(days).toEqual([
      { day: '2026-11-01', total: 7, verdicts: { fits: 3, unlinked: 4 } },
      { day: '2026-11-20', total: 0, verdicts: {} },
    ]);
  });

  it('goes on as it was until today', () => {
    expect(drawnOut(days.slice(0, 1), '2026-11-24')).toEqual([
      days[0],
      { ...days[0], day: '2026-11-24' },
    ]);
    expect(drawnOut(days, '2026-11-20')).toEqual(days);
    expect(drawnOut([], '2026-11-24')).toEqual([]);
  });
});

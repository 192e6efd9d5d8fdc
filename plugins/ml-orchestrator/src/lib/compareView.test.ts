import { guidanceFixture } from '../__fixtures__';
import { compareRows, compareViewQuery, readCompareView } from './compareView';

const everything = readCompareView(new URLSearchParams());
const titles = (view: Partial<typeof everything>) =>
  compareRows(guidanceFixture, { ...everything, ...view }).groups.flatMap(g =>
    g.criteria.map(c => c.id),
  );
const all = guidanceFixture.criteria.map(c => c.id);

describe('the view of the comparison', () => {
  it('shows everything to a new reader, and has no query then', () => {
    expect(titles({}).sort()).toEqual([...all].sort());
    expect(compareViewQuery(everything)).toBe('');
  });

  it('survives the way through the address', () => {
    const view = {
      filter: 'retries & loops',
      onlyDifferences: true,
      hidden: ['step-functions', 'airflow-mwaa'],
    };
    expect(
      readCompareView(new URLSearchParams(compareViewQuery(view))),
    ).toEqual(view);
  });

  it('finds rows by every word, in titles, values and details, whatever the case', () => {
    expect(titles({ filter: 'ACYCLIC branching' })).toEqual(['loops']);
    expect(titles({ filter: 'acyclic nowhere' })).toEqual([]);
  });

  it('does not find what only a hidden orchestrator says', () => {
    expect(
      titles({ filter: 'acyclic', hidden: ['sagemaker-pipelines'] }),
    ).toEqual([]);
  });

  it('leaves out rows in which the orchestrators shown are rated alike', () => {
    const [first, ...rest] = guidanceFixture.criteria;
    const rated = (rating: 'strong' | 'weak') => ({
      value: `words of ${rating}`,
      rating,
      verified: true,
      sources: [],
    });
    const guidance = {
      ...guidanceFixture,
      criteria: [
        {
          ...first,
          values: {
            'sagemaker-pipelines': { ...rated('strong'), value: 'one' },
            'step-functions': { ...rated('strong'), value: 'two' },
            'airflow-mwaa': rated('weak'),
          },
        },
        ...rest,
      ],
    };
    const view = { ...everything, onlyDifferences: true };
    const shown = (hidden: string[]) =>
      compareRows(guidance, { ...view, hidden }).groups.flatMap(g =>
        g.criteria.map(c => c.id),
      );
    expect(shown(['old-runner'])).toContain(first.id);
    expect(shown(['old-runner', 'airflow-mwaa'])).not.toContain(first.id);
  });
});

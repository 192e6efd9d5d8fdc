import {
  estimateCost,
  workloadSchema,
} from 'backstage-plugin-ml-orchestrator-common';
import { englishTranslate as t } from '../__testUtils__/translate';
import { guidanceFixture as guidance } from '../__fixtures__';
import { costSeries, plotReach } from './costSeries';
import { breakEvenInWords, formulaOf, quantityInWords } from './costWords';

const estimate = estimateCost(
  guidance,
  workloadSchema.parse({ runsPerMonth: 1000, stepsPerRun: 20 }),
);
const standard = estimate.offers.find(o => o.offer === 'Standard workflow')!;

describe('the words of the cost', () => {
  it('spell the formula out', () => {
    const [line] = standard.lines;
    expect(quantityInWords(t, line, 'en')).toBe('20,000 state transitions');
    expect(formulaOf(t, line, 'en')).toBe(
      '(20,000 − 4,000 free) ÷ 1,000 × $0.025 = $0.40',
    );
    expect(formulaOf(t, { ...line, usd: undefined }, 'en')).toBe(
      'The price is unknown; see its source.',
    );
  });

  it('say what happens at a break-even', () => {
    expect(
      estimate.breakEvens.map(b =>
        breakEvenInWords(t, guidance, estimate, b, 'en'),
      ),
    ).toEqual([
      'Up to 200 runs a month SageMaker Pipelines: Orchestration and Step Functions: Standard workflow cost the same; above, SageMaker Pipelines: Orchestration is cheaper.',
      'At 715,600 runs a month they change places: below, Step Functions: Standard workflow is cheaper; above, MWAA: Environment is.',
    ]);
  });
});

describe('the series of the plot', () => {
  it('bends where the costs do, and reaches beyond the workload', () => {
    const series = costSeries(estimate);
    expect(plotReach(estimate)).toBe(2000);
    expect(series.map(point => point.runs)).toEqual([0, 200, 1000, 2000]);
    const i = estimate.offers.indexOf(standard);
    expect(series[1][`offer${i}`]).toBe(0);
    expect(series[3][`offer${i}`]).toBeCloseTo(0.9, 10);
  });
});

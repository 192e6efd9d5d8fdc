import { englishTranslate as t } from '../__testUtils__/translate';
import { guidanceFixture } from '../__fixtures__';
import { compareRows, readCompareView } from './compareView';
import { comparisonCells, comparisonMarkdown } from './exportComparison';

const rows = compareRows(
  guidanceFixture,
  readCompareView(
    new URLSearchParams('hide=airflow-mwaa,old-runner&filter=branching'),
  ),
);

describe('the exported comparison', () => {
  it('is a Markdown table of what is shown', () => {
    expect(comparisonMarkdown(t, rows).split('\n')).toEqual([
      expect.stringMatching(
        /^\| Criterion \| .*SageMaker Pipelines \| AWS Step Functions \|$/,
      ),
      '| --- | --- | --- |',
      expect.stringMatching(/^\| \*\*.+\*\* \| {2}\| {2}\|$/),
      expect.stringMatching(
        /^\| Branching and loops \| conditions, no loops \(.*\) \| choice and loops \(strong, unverified\) \|$/,
      ),
      '',
    ]);
  });

  it('keeps the table whole whatever the guidance says', () => {
    const [first, ...others] = rows.groups;
    const nasty = {
      ...rows,
      groups: [{ ...first, title: 'a | b\n<script>' }, ...others],
    };
    expect(comparisonMarkdown(t, nasty).split('\n')[2]).toBe(
      '| **a &#124; b &lt;script&gt;** |  |  |',
    );
  });

  it('is rows of cells with the group in front', () => {
    const [head, row] = comparisonCells(t, rows);
    expect(head.slice(0, 2)).toEqual(['Group', 'Criterion']);
    expect(row).toHaveLength(head.length);
    expect(row[1]).toBe('Branching and loops');
  });
});

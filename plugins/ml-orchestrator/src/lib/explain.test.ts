import { recommend } from 'backstage-plugin-ml-orchestrator-common';
import { englishTranslate as t } from '../__testUtils__/translate';
import { guidanceFixture } from '../__fixtures__';
import { barLength, marginInWords, outcomeSentence, whyNot } from './explain';

describe('explain', () => {
  const clear = recommend(guidanceFixture, { reach: 'aws', loops: 'yes' });

  it('says how firm a result is', () => {
    expect(marginInWords(t, clear)).toMatch(/^clear, margin \d+$/);
    expect(marginInWords(t, { ...clear, closeCall: true, margin: 1 })).toBe(
      'close call, margin 1',
    );
    expect(marginInWords(t, { ...clear, margin: undefined })).toBe(
      'the only one left',
    );
  });

  it('says why the others were not chosen', () => {
    const reasons = Object.fromEntries(
      clear.ranking.map(r => [r.orchestrator, whyNot(t, guidanceFixture, r)]),
    );
    expect(reasons['sagemaker-pipelines']).toBe(
      'ruled out: its graph has no loops',
    );
    expect(reasons['old-runner']).toBe('on hold: it is being retired');
    expect(reasons['airflow-mwaa']).toBe('less speaks for it');
  });

  it('sums a result up', () => {
    expect(outcomeSentence(t, guidanceFixture, clear)).toContain(
      'AWS Step Functions fits',
    );
    expect(
      outcomeSentence(t, guidanceFixture, { ...clear, winner: undefined }),
    ).toBe('No orchestrator fits these answers.');
  });

  it('scales bars from the lowest score, or zero, to the highest', () => {
    expect(barLength(4, [4, 2, 0])).toBe(100);
    expect(barLength(2, [4, 2, 0])).toBe(50);
    expect(barLength(-2, [2, -2])).toBe(0);
    expect(barLength(0, [0, 0])).toBe(0);
  });
});

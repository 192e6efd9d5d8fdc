import { verdictOf } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import { englishTranslate as t } from '../__testUtils__/translate';
import { reasonWords, verdictBadge, verdictWords } from './verdict';

const answers = { reach: 'aws', loops: 'yes', 'airflow-today': 'no' };
const say = (decision: Parameters<typeof verdictOf>[1]) => {
  const verdict = verdictOf(guidanceFixture, decision);
  return {
    words: verdictWords(t, guidanceFixture, verdict),
    reasons: verdict.reasons.map(r => reasonWords(t, guidanceFixture, r)),
  };
};

describe('a verdict in words', () => {
  it('agrees', () => {
    expect(say({ orchestrator: 'step-functions', answers })).toEqual({
      words: 'Still what the guide would choose',
      reasons: [],
    });
  });

  it('names what would be chosen, and the evidence', () => {
    const { words, reasons } = say({ orchestrator: 'airflow-mwaa', answers });
    expect(words).toBe('The guide would now choose AWS Step Functions');
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons[0]).toMatch(
      /^(Amazon MWAA|AWS Step Functions).*: .* \(.*\)$/,
    );
  });

  it('respects a choice with a reason', () => {
    const { words, reasons } = say({
      orchestrator: 'airflow-mwaa',
      answers,
      overrideReason: 'the team knows it',
    });
    expect(words).toBe('Chosen against the guide, for a reason');
    expect(reasons[0]).toContain('the team knows it');
  });

  it('says what keeps it from knowing', () => {
    expect(say({ orchestrator: 'step-functions', answers: {} })).toEqual({
      words: 'The guide cannot say whether it still fits',
      reasons: ['Nobody kept the answers behind the decision.'],
    });
    expect(
      say({ orchestrator: 'kubeflow', answers: { reach: 'moon' } }).reasons,
    ).toEqual([
      'The guide has no orchestrator “kubeflow”.',
      expect.stringMatching(/no longer knows the answer “moon” to “.*\?”/),
    ]);
  });

  it('says when today nothing fits, and what is on hold', () => {
    const stuck = guidanceFixture.scenarios[2].answers;
    expect(say({ orchestrator: 'airflow-mwaa', answers: stuck })).toMatchObject(
      {
        words: 'The guide now finds nothing that fits these answers',
        reasons: expect.arrayContaining([
          'These answers rule out everything that may be recommended.',
        ]),
      },
    );
    expect(say({ orchestrator: 'old-runner', answers }).reasons).toContain(
      'Old Runner is on hold: it is being retired',
    );
  });

  it('has a sign and a word for each', () => {
    expect(verdictBadge(t, 'no-longer-fits')).toEqual({
      sign: '▲',
      word: 'no longer fits',
    });
  });
});

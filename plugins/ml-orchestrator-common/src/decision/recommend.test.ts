import { smallGuidance } from '../__testUtils__/smallGuidance';
import type { Guidance } from '../guidance/types';
import { nextQuestion } from './nextQuestion';
import { recommend } from './recommend';

describe('recommend', () => {
  it('explains the winner, its margin and what would change it', () => {
    const result = recommend(smallGuidance, {
      airflow: 'no',
      steps: 'aws',
      loops: 'no',
    });
    expect(result).toMatchObject({
      status: 'recommended',
      winner: 'functions',
      margin: 3,
      closeCall: false,
      tied: [],
      open: { possibleWinners: ['functions'] },
      flips: [
        { question: 'airflow', from: 'no', to: 'yes', winner: 'airflow' },
        {
          question: 'steps',
          from: 'aws',
          to: 'sagemaker',
          winner: 'pipelines',
        },
      ],
    });
    expect(result.ranking[0].supporting).toEqual([
      {
        question: 'steps',
        option: 'aws',
        effect: 'strongly-for',
        because: 'Made for it.',
      },
    ]);
  });

  it('says that it was a tie, and lets the first listed win', () => {
    expect(recommend(smallGuidance, {})).toMatchObject({
      winner: 'pipelines',
      margin: 0,
      closeCall: true,
      tied: ['pipelines', 'functions', 'airflow'],
      open: { nextQuestion: 'airflow' },
    });
  });

  it('says when an orchestrator on hold would have won', () => {
    const favourite: Guidance = structuredClone(smallGuidance);
    delete favourite.questions[0].options[0].evidence.airflow;
    expect(recommend(favourite, { airflow: 'yes' })).toMatchObject({
      winner: 'pipelines',
      heldBack: 'legacy',
    });
    expect(recommend(smallGuidance, { loops: 'no' }).heldBack).toBeUndefined();
  });

  it('ignores answers to questions that do not apply, and says so', () => {
    const result = recommend(smallGuidance, { airflow: 'yes', steps: 'aws' });
    expect(result.winner).toBe('airflow');
    expect(result.ignored).toEqual(['steps']);
  });

  it('names the conflict when everything is ruled out', () => {
    const strict: Guidance = structuredClone(smallGuidance);
    strict.questions[1].options[0].evidence.functions = {
      effect: 'rules-out',
      because: 'Not allowed here.',
    };
    const answers = { airflow: 'no', steps: 'sagemaker', loops: 'yes' };
    const result = recommend(strict, answers);
    expect(result).toMatchObject({
      status: 'conflict',
      conflict: ['steps', 'loops'],
      closeCall: false,
    });
    expect(result.winner).toBeUndefined();
    expect(nextQuestion(strict, answers)).toBeUndefined();
  });

  it('does not stumble over ids that objects have anyway', () => {
    expect(
      recommend(smallGuidance, { constructor: 'toString', airflow: 'valueOf' })
        .winner,
    ).toBe('pipelines');
  });
});

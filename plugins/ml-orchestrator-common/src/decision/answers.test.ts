import { smallGuidance } from '../__testUtils__/smallGuidance';
import { checkAnswers, formatAnswers, parseAnswers } from './answers';

describe('answers in compact form', () => {
  it('are the same after a round trip, sorted by question', () => {
    const compact = formatAnswers({ steps: 'aws', airflow: 'no' });
    expect(compact).toBe('airflow=no,steps=aws');
    expect(parseAnswers(compact)).toEqual({ steps: 'aws', airflow: 'no' });
  });

  it.each([
    [undefined, {}],
    [null, {}],
    ['', {}],
    ['nonsense', {}],
    ['a=b=c,=x,y=,d=e', { d: 'e' }],
    [' a = b , c=d ', { a: 'b', c: 'd' }],
  ])('read %p without failing', (compact, expected) => {
    expect(parseAnswers(compact)).toEqual(expected);
  });
});

describe('checkAnswers', () => {
  it('accepts what the guidance knows', () => {
    expect(checkAnswers(smallGuidance, { airflow: 'no' })).toEqual([]);
  });

  it('names the field and what is known', () => {
    expect(
      checkAnswers(smallGuidance, { airflow: 'maybe', weather: 'rain' }),
    ).toEqual([
      {
        field: 'answers.airflow',
        message: 'unknown option "maybe"; known are: yes, no',
      },
      {
        field: 'answers.weather',
        message: 'unknown question "weather"; known are: airflow, steps, loops',
      },
    ]);
  });
});

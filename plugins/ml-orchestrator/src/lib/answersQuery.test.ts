import { parseAnswers } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import { answersQuery, knownAnswers } from './answersQuery';

describe('answersQuery', () => {
  it('is readable, and reads back as the same answers', () => {
    const answers = { reach: 'aws', loops: 'yes' };
    const query = answersQuery(answers);
    expect(query).toBe('?answers=loops=yes,reach=aws');
    expect(parseAnswers(new URLSearchParams(query).get('answers'))).toEqual(
      answers,
    );
  });

  it('is empty without answers', () => {
    expect(answersQuery({})).toBe('');
  });
});

describe('knownAnswers', () => {
  it('keeps what the guidance knows and names the rest', () => {
    const { known, problems } = knownAnswers(guidanceFixture, {
      reach: 'aws',
      loops: 'maybe',
      weather: 'fine',
    });
    expect(known).toEqual({ reach: 'aws' });
    expect(problems.map(p => p.field)).toEqual([
      'answers.loops',
      'answers.weather',
    ]);
  });
});

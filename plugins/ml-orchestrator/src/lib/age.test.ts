import { ageInWords, dayInWords } from './age';

const today = new Date('2026-11-24T13:00:00Z');

describe('ageInWords', () => {
  it.each([
    ['2026-11-24', 'today'],
    ['2026-11-23', 'yesterday'],
    ['2026-10-01', '54 days ago'],
    ['2026-03-20', '8 months ago'],
    ['2026-09-25', '2 months ago'],
    ['2025-01-01', '23 months ago'],
    ['2024-11-24', '2 years ago'],
    ['2023-11-01', '3 years ago'],
    // A clock that is ahead, or a slip of the pen.
    ['2027-01-01', 'today'],
  ])('says of %s: %s', (day, words) => {
    expect(ageInWords(day, today, 'en')).toBe(words);
  });

  it('speaks the language', () => {
    expect(ageInWords('2026-03-20', today, 'de')).toBe('vor 8 Monaten');
    expect(dayInWords('2026-03-20', 'de')).toBe('20.03.2026');
  });
});

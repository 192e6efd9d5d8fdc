import { exactDollars, inDollars, inNumbers } from './money';

describe('amounts', () => {
  it('are rounded to cents, unless that would hide them', () => {
    expect(inDollars(357.7, 'en')).toBe('$357.70');
    expect(inDollars(0, 'en')).toBe('$0');
    expect(inDollars(0.0004, 'en')).toBe('$0.0004');
  });

  it('keep the digits of a price', () => {
    expect(exactDollars(0.025, 'en')).toBe('$0.025');
    expect(exactDollars(60, 'en')).toBe('$60');
  });

  it('follow the language', () => {
    expect(inNumbers(1234.567, 'en')).toBe('1,234.57');
    expect(inNumbers(1234.567, 'de')).toBe('1.234,57');
  });
});

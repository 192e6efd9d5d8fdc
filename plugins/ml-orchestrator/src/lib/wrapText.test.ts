import { wrapText } from './wrapText';

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('one two three', 8, 3)).toEqual(['one two', 'three']);
  });

  it('says when it left something out', () => {
    expect(wrapText('one two three four', 4, 2)).toEqual(['one', 'two…']);
    expect(wrapText('incomprehensible', 6, 2)).toEqual(['incom…']);
  });
});

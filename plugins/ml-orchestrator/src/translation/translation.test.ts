import * as de from './de';
import * as en from './en';
import { flatten } from './flatten';

const placeholders = (message: string) =>
  [...message.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1]).sort();

describe('the German messages', () => {
  const english = flatten({ ...en });
  const german = flatten({ ...de });

  it('are there for every key, and for no other', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english))('keep the placeholders of %s', key => {
    expect(german[key]).not.toBe('');
    expect(placeholders(german[key])).toEqual(placeholders(english[key]));
  });
});

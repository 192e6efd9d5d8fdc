import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { NASTY_TEXT } from '../__testUtils__/starters';
import { Encoded, encoders } from './encoders';
import { render } from './render';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constant(NASTY_TEXT),
);

describe('encoders', () => {
  it('keep any text intact in YAML, JSON and TOML', () => {
    fc.assert(
      fc.property(text, value => {
        const { yaml, json, toml } = encoders;
        expect(parseYaml(`k: ${yaml(value).text}\n`)).toEqual({ k: value });
        expect(JSON.parse(json(value).text)).toBe(value);
        expect(parseToml(`k = ${toml(value).text}\n`)).toEqual({ k: value });
      }),
    );
  });

  it('keep any text on one line of code', () => {
    fc.assert(
      fc.property(text, value => {
        for (const encode of [encoders.py, encoders.ts, encoders.md]) {
          expect(encode(value).text).not.toMatch(/[\n\r\u2028\u2029\0]/);
        }
      }),
    );
  });

  it('quote shell words', () => {
    expect(encoders.sh(`it's $HOME`).text).toBe(`'it'\\''s $HOME'`);
    expect(() => encoders.sh('a\0b')).toThrow('null character');
  });

  it('write absent values as JSON null', () => {
    expect(encoders.json(undefined).text).toBe('null');
  });

  it('let only identifiers through unquoted', () => {
    expect(encoders.id('group:default/a-b_c.d@e').text).toBe(
      'group:default/a-b_c.d@e',
    );
    expect(() => encoders.id('a b')).toThrow('Not an identifier');
    expect(() => encoders.id('a\nb')).toThrow('Not an identifier');
  });

  it('refuse half a surrogate pair', () => {
    expect(() => encoders.yaml('\ud83d')).toThrow('not valid Unicode');
  });
});

describe('render', () => {
  it('writes encoded text, numbers and booleans', () => {
    expect(
      render('<%= yaml(a) %> <%= b %> <%= c %>\n', { a: 'x', b: 1, c: true }),
    ).toBe('"x" 1 true\n');
    expect(render('<%= doc %>', { doc: new Encoded('a <b>') })).toBe('a <b>');
  });

  it.each([['text'], [undefined], [null], [NaN], [{ text: 'forged' }]])(
    'refuses %p',
    value => {
      expect(() => render('<%= value %>', { value })).toThrow(
        'may only write encoded text',
      );
    },
  );

  it('refuses raw output', () => {
    expect(() => render('<%~ a %>', { a: 'x' })).toThrow('not allowed');
  });
});

import { escapeMarkdown } from './markdown';

describe('escapeMarkdown', () => {
  it('leaves ordinary text alone', () => {
    expect(
      escapeMarkdown('Retrains the "churn" model, monthly: 3.5 x 2.'),
    ).toBe('Retrains the "churn" model, monthly: 3.5 x 2.');
  });

  it('keeps names with dashes readable', () => {
    expect(escapeMarkdown('churn-training')).toBe('churn-training');
  });

  it('takes the meaning from markup, HTML and tables', () => {
    expect(escapeMarkdown('a *b* `c` [d](e) <b>&amp;</b> | f_g')).toBe(
      'a \\*b\\* \\`c\\` \\[d\\](e) &lt;b&gt;&amp;amp;&lt;/b&gt; &#124; f\\_g',
    );
  });

  it('takes the meaning from template syntax', () => {
    expect(escapeMarkdown('{{ a }} ${{ b }} <% c %>')).toBe(
      '\\{\\{ a \\}\\} &#36;\\{\\{ b \\}\\} &lt;% c %&gt;',
    );
  });

  it.each([
    ['# not a heading', '&#35; not a heading'],
    ['- not a list', '&#45; not a list'],
    ['+ not a list', '&#43; not a list'],
    ['12. not a list', '1&#50;. not a list'],
    ['--- not a rule', '&#45;-- not a rule'],
    ['!!! note', '&#33;!! note'],
  ])('takes the meaning from the line start of %s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('is always one line', () => {
    expect(escapeMarkdown(' a\n\n# b\r\n\u2028c\t ')).toBe('a # b c');
  });

  it('shows emoji and the shortcode of one differently', () => {
    expect(escapeMarkdown('🚀 :rocket:')).toBe('🚀 &#58;rocket:');
  });
});

import { guidanceFixture } from '../__fixtures__';
import { starterOptionsFixture } from '../__fixtures__/starterOptions';
import { englishTranslate as t } from '../__testUtils__/translate';
import { choiceWords, fieldWords } from './previewWords';

const form = starterOptionsFixture(guidanceFixture, {
  decision: { orchestrator: 'step-functions', answers: {} },
});

describe('choiceWords', () => {
  it.each([
    ['trigger', 'schedule', 'A schedule (What starts a run)'],
    ['ci', 'github', 'GitHub Actions (CI)'],
    ['colour', 'blue', 'blue (colour)'],
  ])('says %s = %s', (field, value, words) => {
    expect(choiceWords(t, form, field, value)).toBe(words);
  });

  it('makes do without the form', () => {
    expect(choiceWords(t, undefined, 'trigger', 'schedule')).toBe(
      'schedule (trigger)',
    );
  });
});

describe('fieldWords', () => {
  it.each([
    ['owner', 'owner'],
    ['options.region', 'AWS region'],
    ['options.colour', 'colour'],
  ])('calls %s %s', (field, words) => {
    expect(fieldWords(t, form, field)).toBe(words);
  });
});

import { englishTranslate as t } from '../__testUtils__/translate';
import { effectWords, ratingBadge, ringBadge } from './words';

describe('badges', () => {
  it('pair a sign with a word', () => {
    expect(ringBadge(t, 'hold')).toEqual({ sign: '‖', word: 'on hold' });
    expect(ratingBadge(t, 'partial')).toEqual({ sign: '◐', word: 'partial' });
    expect(effectWords(t, 'rules-out')).toBe('rules it out');
  });
});

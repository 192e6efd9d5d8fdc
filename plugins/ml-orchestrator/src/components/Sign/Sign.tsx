import type { Badge } from '../../lib/words';

/** A sign and its word; screen readers hear the word only. */
export const Sign = ({ sign, word }: Badge) => (
  <span>
    <span aria-hidden="true">{sign}</span> {word}
  </span>
);

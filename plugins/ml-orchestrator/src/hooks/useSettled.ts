import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** Long enough not to ask for each letter, short enough to seem immediate. */
const PAUSE_MS = 400;

/** A text once it has not changed for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useDebounce(() => setSettled(text), PAUSE_MS, [text]);
  return settled;
}

import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Makes an element a place that links lead to. The browser looks for it before the
 * guidance is loaded, so once it is there and the address names it, it scrolls into view
 * and takes the focus by itself.
 */
export function useAnchor<TElement extends HTMLElement>(anchor: string) {
  const { hash, key } = useLocation();
  const ref = useRef<TElement>(null);
  const chosen = hash === `#${anchor}`;
  useEffect(() => {
    if (chosen) {
      ref.current?.scrollIntoView?.({ block: 'start' });
      ref.current?.focus({ preventScroll: true });
    }
    // A link to where one is already leads there again: it has another key.
  }, [chosen, key]);
  return {
    /** Whether the address names this place. */
    chosen,
    /** For the element. */
    props: {
      ref,
      id: anchor,
      tabIndex: -1,
      'aria-current': chosen ? ('location' as const) : undefined,
    },
  };
}

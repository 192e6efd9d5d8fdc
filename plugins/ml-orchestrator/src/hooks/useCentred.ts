import { useEffect } from 'react';
import type { RefObject } from 'react';

// Laying a drawing out takes a while; nobody waits for longer than this.
const PATIENCE = 5_000;
const TOUCHED = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Keeps one element in the middle of a scrolling region while what is in the region is
 * being laid out, until the reader takes over.
 * @param selector - finds the element inside the region
 * @param subject - what is drawn; centres anew when it changes
 * @param size - how large it is drawn; the same
 */
export function useCentred(
  region: RefObject<HTMLElement>,
  selector: string,
  subject: unknown,
  size?: number,
) {
  useEffect(() => {
    const element = region.current;
    if (!element) {
      return undefined;
    }
    const centre = () => {
      const target = element.querySelector(selector)?.getBoundingClientRect();
      const frame = element.getBoundingClientRect();
      if (target) {
        element.scrollLeft +=
          target.left + target.width / 2 - frame.left - frame.width / 2;
        element.scrollTop +=
          target.top + target.height / 2 - frame.top - frame.height / 2;
      }
    };
    const observer = new MutationObserver(centre);
    const stop = () => observer.disconnect();
    observer.observe(element, {
      subtree: true,
      childList: true,
      attributeFilter: ['transform', 'viewBox'],
    });
    TOUCHED.forEach(event => element.addEventListener(event, stop));
    const timer = setTimeout(stop, PATIENCE);
    centre();
    return () => {
      clearTimeout(timer);
      stop();
      TOUCHED.forEach(event => element.removeEventListener(event, stop));
    };
  }, [region, selector, subject, size]);
}

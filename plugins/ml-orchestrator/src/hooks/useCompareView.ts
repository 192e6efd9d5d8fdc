import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { compareViewQuery, readCompareView } from '../lib/compareView';
import type { CompareView } from '../lib/compareView';

/** The view of the comparison, kept in the address so that a link shares it. */
export function useCompareView(): [
  CompareView,
  (change: Partial<CompareView>) => void,
] {
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => readCompareView(query), [query]);
  const change = useCallback(
    (part: Partial<CompareView>) =>
      // Typing a filter must not fill the history.
      setQuery(
        current => compareViewQuery({ ...readCompareView(current), ...part }),
        { replace: true },
      ),
    [setQuery],
  );
  return [view, change];
}

import type {
  Criterion,
  Guidance,
  Orchestrator,
} from 'backstage-plugin-ml-orchestrator-common';
import { comparisonGroups } from './comparison';
import type { ComparisonGroup } from './comparison';

/** What a reader has chosen to see of the comparison; kept in the address. */
export interface CompareView {
  /** Rows must contain each of these words. */
  filter: string;
  /** Only rows in which the orchestrators shown differ. */
  onlyDifferences: boolean;
  /** Ids of the orchestrators left out. */
  hidden: readonly string[];
}

/** What is shown of the comparison. */
export interface ComparedRows {
  orchestrators: Orchestrator[];
  groups: ComparisonGroup[];
  /** Number of rows shown. */
  shown: number;
  /** Number of rows that there are. */
  total: number;
}

/** Reads the view from an address; whatever is not there is as a new reader sees it. */
export function readCompareView(query: URLSearchParams): CompareView {
  return {
    filter: query.get('filter') ?? '',
    onlyDifferences: query.get('differences') === 'true',
    hidden: (query.get('hide') ?? '').split(',').filter(Boolean),
  };
}

/** The query that {@link readCompareView} reads; empty for the view of a new reader. */
export function compareViewQuery(view: CompareView): string {
  const query = new URLSearchParams({
    ...(view.filter ? { filter: view.filter } : {}),
    ...(view.onlyDifferences ? { differences: 'true' } : {}),
    ...(view.hidden.length > 0 ? { hide: view.hidden.join(',') } : {}),
  }).toString();
  return query ? `?${query}` : '';
}

/** The rows and columns that a view shows. */
export function compareRows(
  guidance: Guidance,
  view: CompareView,
): ComparedRows {
  const orchestrators = guidance.orchestrators.filter(
    ({ id }) => !view.hidden.includes(id),
  );
  const words = view.filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const all = comparisonGroups(guidance);
  const groups = all
    .map(group => ({
      ...group,
      criteria: group.criteria.filter(
        criterion =>
          (!view.onlyDifferences || differs(criterion, orchestrators)) &&
          contains(group, criterion, orchestrators, words),
      ),
    }))
    .filter(group => group.criteria.length > 0);
  return {
    orchestrators,
    groups,
    shown: countRows(groups),
    total: countRows(all),
  };
}

function countRows(groups: ComparisonGroup[]): number {
  return groups.reduce((sum, group) => sum + group.criteria.length, 0);
}

/** Words are each orchestrator's own, so where all are rated, the ratings say whether they differ. */
function differs(criterion: Criterion, orchestrators: Orchestrator[]): boolean {
  const values = orchestrators.map(({ id }) => criterion.values[id]);
  const rated = values.every(value => value?.rating);
  return (
    new Set(values.map(value => (rated ? value?.rating : value?.value))).size >
    1
  );
}

function contains(
  group: ComparisonGroup,
  criterion: Criterion,
  orchestrators: Orchestrator[],
  words: string[],
): boolean {
  const text = [
    group.title,
    criterion.title,
    criterion.description,
    ...orchestrators.flatMap(({ id }) => [
      criterion.values[id]?.value,
      criterion.values[id]?.detail,
    ]),
  ]
    .join(' ')
    .toLocaleLowerCase();
  return words.every(word => text.includes(word));
}

import type {
  Criterion,
  Guidance,
  Source,
} from 'backstage-plugin-ml-orchestrator-common';

/** Criteria under one heading. */
export interface ComparisonGroup {
  id: string;
  title: string;
  criteria: Criterion[];
}

/** The criteria by group, in guidance order; empty groups are left out and strays come last. */
export function comparisonGroups(guidance: Guidance): ComparisonGroup[] {
  const known = new Set(guidance.criterionGroups.map(g => g.id));
  const groups = guidance.criterionGroups.map(group => ({
    ...group,
    criteria: guidance.criteria.filter(c => c.group === group.id),
  }));
  const strays = guidance.criteria.filter(c => !known.has(c.group));
  return [...groups, { id: 'other', title: 'Other', criteria: strays }].filter(
    group => group.criteria.length > 0,
  );
}

/** The sources with these ids, in guidance order. */
export function namedSources(
  guidance: Guidance,
  ids: readonly string[],
): Source[] {
  return guidance.sources.filter(source => ids.includes(source.id));
}

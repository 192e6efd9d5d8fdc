type Raw = Record<string, unknown>;

/**
 * Drops from merged guidance what refers to orchestrators and questions that
 * the base had and an overlay dropped. References to ids that never existed
 * stay, for lint to report.
 */
export function pruneReferences(base: Raw, merged: Raw): Raw {
  const orchestrators = dropped(base, merged, 'orchestrators');
  const questions = dropped(base, merged, 'questions');
  if (orchestrators.size + questions.size === 0) {
    return merged;
  }
  const mentionsDropped = (ids: unknown) =>
    Array.isArray(ids) && ids.some(id => orchestrators.has(id));

  const pruned = { ...merged };
  const update = (key: string, change: (items: Raw[]) => Raw[]) => {
    if (Array.isArray(pruned[key])) {
      pruned[key] = change(maps(pruned[key]));
    }
  };
  update('criteria', criteria =>
    criteria.map(c => withoutKeys(c, 'values', orchestrators)),
  );
  update('questions', items =>
    items.map(question =>
      Array.isArray(question.options)
        ? {
            ...question,
            options: maps(question.options).map(option =>
              withoutKeys(option, 'evidence', orchestrators),
            ),
          }
        : question,
    ),
  );
  update('prices', prices =>
    prices.filter(price => !orchestrators.has(price.orchestrator)),
  );
  update('hybrids', hybrids =>
    hybrids.filter(hybrid => !mentionsDropped(hybrid.orchestrators)),
  );
  update('scenarios', scenarios =>
    scenarios
      .filter(({ expect }) => !orchestrators.has(asMap(expect)?.orchestrator))
      .map(scenario => withoutKeys(scenario, 'answers', questions)),
  );
  return pruned;
}

function dropped(base: Raw, merged: Raw, key: string): Set<unknown> {
  const left = new Set(maps(merged[key]).map(item => item.id));
  return new Set(
    maps(base[key])
      .map(item => item.id)
      .filter(id => !left.has(id)),
  );
}

function withoutKeys(item: Raw, field: string, keys: Set<unknown>): Raw {
  const map = asMap(item[field]);
  return map
    ? {
        ...item,
        [field]: Object.fromEntries(
          Object.entries(map).filter(([key]) => !keys.has(key)),
        ),
      }
    : item;
}

function asMap(value: unknown): Raw | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Raw)
    : undefined;
}

/** The list as it is; items that are no maps are left for the schema to report. */
function maps(value: unknown): Raw[] {
  return Array.isArray(value) ? value.map(item => (item ?? {}) as Raw) : [];
}

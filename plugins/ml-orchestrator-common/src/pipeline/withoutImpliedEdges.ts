import type { PipelineEdge } from './types';

/**
 * Leaves out edges that say what longer ways through the graph say already, so that an
 * order of steps is a line and not a web. Edges with a condition say more, and stay.
 */
export function withoutImpliedEdges(edges: PipelineEdge[]): PipelineEdge[] {
  const after = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    after.set(from, (after.get(from) ?? new Set()).add(to));
  }
  return edges.filter(
    ({ from, to, kind }) => kind !== 'next' || !isReachable(after, from, to),
  );
}

/** Whether there is a way of two edges or more. */
function isReachable(
  after: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const waiting = [...(after.get(from) ?? [])].filter(next => next !== to);
  const seen = new Set([from, ...waiting]);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const next of after.get(node) ?? []) {
      if (next === to) {
        return true;
      }
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return false;
}

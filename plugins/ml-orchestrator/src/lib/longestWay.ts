import type { DrawnPipeline } from './pipelineDrawing';

/** How many nodes there are on the longest way through a graph; circles are gone round once. */
export function longestWay({ nodes, edges }: DrawnPipeline): number {
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) {
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const known = new Map<string, number>();
  const on = new Set<string>();
  const from = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined || on.has(id)) {
      return found ?? 0;
    }
    on.add(id);
    const length = 1 + Math.max(0, ...(after.get(id) ?? []).map(from));
    on.delete(id);
    known.set(id, length);
    return length;
  };
  return Math.max(1, ...nodes.map(({ id }) => from(id)));
}

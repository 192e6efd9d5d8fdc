import { z } from 'zod';
import type { PipelineGraph, PipelineNodeKind } from './types';

/** Nodes and edges as `build/pipeline-graph.json` of the Airflow starter has them; anybody can write this. */
export const nodesAndEdgesSchema = z.looseObject({
  nodes: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string().optional(),
      kind: z.string().default('task'),
      detail: z.string().optional(),
    }),
  ),
  edges: z
    .array(
      z.looseObject({
        from: z.string(),
        to: z.string(),
        label: z.string().optional(),
      }),
    )
    .default([]),
});

const KINDS = new Set<string>([
  'processing-job',
  'training-job',
  'tuning-job',
  'transform-job',
  'model',
  'decision',
  'parallel',
  'each',
  'wait',
  'data',
  'start-run',
  'success',
  'failure',
] satisfies PipelineNodeKind[]);

const kindOf = (kind: string) =>
  KINDS.has(kind) ? (kind as PipelineNodeKind) : 'task';

/** The graph that a file of nodes and edges is. */
export function nodesAndEdgesGraph(
  file: z.infer<typeof nodesAndEdgesSchema>,
): PipelineGraph {
  return {
    format: 'nodes-and-edges',
    nodes: file.nodes.map(({ id, title, kind, detail }) => ({
      id,
      title: title ?? id,
      kind: kindOf(kind),
      type: kind,
      ...(detail && { description: detail }),
    })),
    edges: file.edges.map(({ from, to, label }) => ({
      from,
      to,
      kind: label ? 'choice' : 'next',
      ...(label && { label }),
    })),
    groups: [],
  };
}

import type {
  PipelineEdge,
  PipelineGraph,
  PipelineNode,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';

/** What of a graph is shown. */
export interface PipelineView {
  /** Id of the one DAG to show; all of them if absent. */
  dag?: string;
  /** Whether what errors lead to is shown. */
  errors: boolean;
}

/** An edge as it is drawn; ways between the same nodes share one. */
export interface DrawnEdge {
  from: string;
  to: string;
  kind: PipelineEdge['kind'];
  label: string;
}

/** The part of a graph that is drawn. */
export interface DrawnPipeline {
  nodes: PipelineNode[];
  edges: DrawnEdge[];
}

/** What is drawn of a graph. */
export function drawnPipeline(
  t: Translate,
  graph: PipelineGraph,
  { dag, errors }: PipelineView,
): DrawnPipeline {
  const ways = graph.edges.filter(({ kind }) => errors || kind !== 'error');
  const reached = reachable(graph, ways);
  const nodes = graph.nodes.filter(
    ({ id, group }) => reached.has(id) && (!dag || group === dag),
  );
  const shown = new Set(nodes.map(({ id }) => id));
  const edges = new Map<string, DrawnEdge>();
  for (const edge of ways) {
    if (shown.has(edge.from) && shown.has(edge.to)) {
      const key = JSON.stringify([edge.from, edge.to]);
      const label = edgeWords(t, graph, edge);
      const drawn = edges.get(key);
      const labels = [drawn?.label, label].filter(Boolean);
      edges.set(key, {
        from: edge.from,
        to: edge.to,
        kind: drawn?.kind ?? edge.kind,
        label: labels.join(' / '),
      });
    }
  }
  return { nodes, edges: [...edges.values()] };
}

/** Whether a graph says what errors lead to. */
export function saysErrors({ edges }: PipelineGraph): boolean {
  return edges.some(({ kind }) => kind === 'error');
}

/** What an edge is taken for; an unconditional one needs no words. */
export function edgeWords(
  t: Translate,
  graph: PipelineGraph,
  { from, kind, label = '' }: PipelineEdge,
): string {
  // DAGs do not say on what a task decides; their choices are all alike.
  const others = graph.edges.some(e => e.from === from && e.label);
  return kind === 'choice' && !label && others
    ? t('pipeline.otherwise')
    : label;
}

/** How long, in the unit in which a person would say it. */
export function durationWords(t: Translate, seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) {
    return t('pipeline.hours', { number: String(seconds / 3600) });
  }
  return seconds >= 60 && seconds % 60 === 0
    ? t('pipeline.minutes', { number: String(seconds / 60) })
    : t('pipeline.seconds', { number: String(seconds) });
}

/** What can be reached from where the graph starts: from nodes that nothing leads to, or the first. */
function reachable(
  { nodes, edges: all }: PipelineGraph,
  ways: PipelineEdge[],
): Set<string> {
  // What only errors lead to is no start, whether errors are shown or not.
  const targets = new Set(all.map(({ to }) => to));
  const starts = nodes.filter(({ id }) => !targets.has(id));
  const reached = new Set(
    (starts.length > 0 ? starts : nodes.slice(0, 1)).map(({ id }) => id),
  );
  for (const id of reached) {
    // A set goes on with what is added while it is walked.
    ways.filter(({ from }) => from === id).forEach(({ to }) => reached.add(to));
  }
  return reached;
}

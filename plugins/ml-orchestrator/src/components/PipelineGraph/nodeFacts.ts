import type {
  PipelineGraph,
  PipelineNode,
  PipelineRetry,
} from 'backstage-plugin-ml-orchestrator-common';
import { durationWords } from '../../lib/pipelineDrawing';
import type { DrawnPipeline } from '../../lib/pipelineDrawing';
import type { Translate } from '../../translation';

/** What is known of a step, as names and values. */
export function nodeFacts(
  t: Translate,
  graph: PipelineGraph,
  drawn: DrawnPipeline,
  node: PipelineNode,
): [name: string, value: string][] {
  const group = graph.groups.find(({ id }) => id === node.group);
  const title = (id: string) =>
    graph.nodes.find(other => other.id === id)?.title ?? id;
  const next = drawn.edges
    .filter(({ from }) => from === node.id)
    .map(({ to, label }) => (label ? `${title(to)} (${label})` : title(to)));
  const facts: [string, string | undefined][] = [
    [t('pipeline.fact.type'), node.type],
    [
      t('pipeline.fact.group'),
      group && t(`pipeline.group.${group.kind}`, { title: group.title }),
    ],
    [t('pipeline.fact.schedule'), group?.schedule],
    [t('pipeline.fact.calls'), node.calls],
    [
      t('pipeline.fact.timeout'),
      node.timeoutSeconds === undefined
        ? undefined
        : durationWords(t, node.timeoutSeconds),
    ],
    [
      t('pipeline.fact.retries'),
      node.retries?.map(retry => retryWords(t, retry)).join('; '),
    ],
    [t('pipeline.fact.condition'), node.condition],
    [t('pipeline.fact.next'), next.join('; ')],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

function retryWords(t: Translate, retry: PipelineRetry): string {
  const on = retry.on.join(', ') || t('pipeline.retry.any');
  return retry.attempts === undefined
    ? t('pipeline.retry.minutes', { minutes: String(retry.minutes ?? 0), on })
    : t('pipeline.retry.attempts', { attempts: String(retry.attempts), on });
}

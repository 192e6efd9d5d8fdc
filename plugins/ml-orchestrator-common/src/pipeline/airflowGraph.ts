import { z } from 'zod';
import type { PipelineGraph, PipelineNode, PipelineNodeKind } from './types';

const taskSchema = z.looseObject({
  task: z.string(),
  operator: z.string(),
  mapped: z.boolean().default(false),
  retries: z.number().optional(),
  timeoutMinutes: z.number().nullish(),
  triggerRule: z.string().optional(),
  outlets: z.array(z.string()).default([]),
  downstream: z.array(z.string()).default([]),
});

/** The structure of DAGs as the Airflow starter's tests write it. */
export const airflowDagsSchema = z.array(
  z.looseObject({
    dag: z.string(),
    schedule: z.union([z.string(), z.array(z.string())]).nullish(),
    tasks: z.array(taskSchema),
  }),
);

type Dag = z.infer<typeof airflowDagsSchema>[number];
type Task = z.infer<typeof taskSchema>;

const KINDS: [RegExp, PipelineNodeKind][] = [
  [/Processing/, 'processing-job'],
  [/Training/, 'training-job'],
  [/Tuning/, 'tuning-job'],
  [/Transform(?:Operator|Job)/, 'transform-job'],
  [/Model/, 'model'],
  [/Branch|ShortCircuit/, 'decision'],
  [/TriggerDagRun/, 'start-run'],
  [/Sensor/, 'wait'],
];

/** The graph of DAGs, one group for each. */
export function airflowGraph(dags: Dag[]): PipelineGraph {
  return {
    format: 'airflow-dags',
    nodes: dags.flatMap(dag => dag.tasks.map(task => nodeOf(dag, task))),
    edges: dags.flatMap(dag =>
      dag.tasks.flatMap(task => {
        const kind = isDecision(task) ? ('choice' as const) : ('next' as const);
        return task.downstream.map(to => ({
          from: idOf(dag, task.task),
          to: idOf(dag, to),
          kind,
        }));
      }),
    ),
    groups: dags.map(({ dag, schedule }) => ({
      id: dag,
      kind: 'dag',
      title: dag,
      ...(schedule?.length && { schedule: [schedule].flat().join(', ') }),
    })),
  };
}

function idOf({ dag }: Dag, task: string): string {
  return `${dag}.${task}`;
}

/** The kind of an Airflow operator, by its name. */
function operatorKind(operator: string): PipelineNodeKind {
  return KINDS.find(([pattern]) => pattern.test(operator))?.[1] ?? 'task';
}

function isDecision({ operator }: Task): boolean {
  return operatorKind(operator) === 'decision';
}

function nodeOf(dag: Dag, task: Task): PipelineNode {
  const { operator, mapped, retries, timeoutMinutes, triggerRule, outlets } =
    task;
  // Airflow's decorators have private names.
  const type = operator.replace(/^_(\w+?)DecoratedOperator$/, '@$1');
  return {
    id: idOf(dag, task.task),
    title: task.task,
    kind:
      mapped && operatorKind(operator) === 'task'
        ? 'each'
        : operatorKind(operator),
    type: mapped ? `${type}.expand` : type,
    group: dag.dag,
    ...(timeoutMinutes && { timeoutSeconds: timeoutMinutes * 60 }),
    ...(retries && { retries: [{ on: [], attempts: retries }] }),
    ...(outlets.length > 0 && { calls: outlets.join(', ') }),
    ...(triggerRule &&
      triggerRule !== 'all_success' && { condition: triggerRule }),
  };
}

import { readData, type DataNode } from '../code/readData';
import type { Finding, RepositoryFile } from '../findings';
import { ML_OPERATOR, OTHER_CLOUD } from './airflow';
import { soundLikeMl } from './mlStages';

/** Finds DAGs that do machine learning in a file for dag-factory, which makes DAGs of YAML. */
export function findFactoryDags({ path, text }: RepositoryFile): Finding[] {
  return /^\s*(?:-\s+)?operator:\s*['"]?airflow\./m.test(text)
    ? readData(text).flatMap(root =>
        root
          .entries()
          .filter(([id]) => id !== 'default')
          .flatMap(([id, dag]) => judge(id, dag, path)),
      )
    : [];
}

function judge(id: string, dag: DataNode, path: string): Finding[] {
  const tasks = tasksOf(dag);
  const operators = tasks.map(([, task]) => task.get('operator'));
  if (operators.some(o => OTHER_CLOUD.test(o?.text ?? ''))) {
    return [];
  }
  const dagOf = { orchestrator: 'airflow-mwaa', path, name: id } as const;
  const operator = operators.find(o => ML_OPERATOR.test(o?.text ?? ''));
  if (operator) {
    const { line, text } = operator;
    return [{ ...dagOf, confidence: 'high', line, found: text! }];
  }
  const names = tasks.flatMap(([name, task]) => {
    const callable = task.get('python_callable_name')?.text;
    return callable ? [name, callable] : [name];
  });
  return soundLikeMl(names)
    ? [
        {
          ...dagOf,
          confidence: 'medium',
          line: dag.line,
          found: tasks.map(([name]) => name).join(', '),
        },
      ]
    : [];
}

/** A DAG's tasks by name: an object in older versions, a list in newer ones. */
function tasksOf(dag: DataNode): [string, DataNode][] {
  const tasks = dag.get('tasks');
  return [
    ...(tasks?.entries() ?? []),
    ...(tasks?.items() ?? []).map((task): [string, DataNode] => [
      task.get('task_id')?.text ?? '',
      task,
    ]),
  ].filter(([, task]) => task.get('operator')?.text?.startsWith('airflow.'));
}

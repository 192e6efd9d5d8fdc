import type { Call, SourceCode } from '../code/sourceCode';
import type { Finding } from '../findings';
import { ML_OPERATOR, OTHER_CLOUD } from './airflow';
import { soundLikeMl } from './mlStages';

const DAG = /^airflow(?:\.models|\.models\.dag|\.sdk)?\.DAG$/;
const DAG_DECORATOR = /^airflow\.(?:decorators|sdk)\.dag$/;
const TASK_DECORATOR = /^airflow\.(?:decorators|sdk)\.task(?:\.\w+)?$/;
/** What fits a model; scaling and encoding of columns is data work. */
const ML_LIBRARY =
  /^(?:xgboost|lightgbm|catboost|torch|tensorflow|keras|pytorch_lightning|autogluon)(?:\.|$)|^sklearn\.(?:linear_model|ensemble|svm|tree|neighbors|naive_bayes|neural_network|cluster)\b|^pyspark\.ml\.(?:classification|regression|clustering|recommendation)\b/;
const FITS = /\.(?:fit|train|log_model)$/;

/** Finds Airflow DAGs that do machine learning in a Python file. */
export function findAirflowDags(
  path: string,
  { imports, calls }: SourceCode,
): Finding[] {
  const dags = calls.filter(
    ({ callee, decorates }) =>
      DAG.test(callee) || (decorates && DAG_DECORATOR.test(callee)),
  );
  if (dags.length === 0 || [...imports].some(name => OTHER_CLOUD.test(name))) {
    return [];
  }
  const evidence = strongEvidence(imports, calls) ?? namesOf(calls, dags[0]);
  return evidence
    ? [
        {
          ...evidence,
          orchestrator: 'airflow-mwaa',
          path,
          ...onlyId(dags),
        },
      ]
    : [];
}

type Evidence = Pick<Finding, 'confidence' | 'line' | 'found'>;

function strongEvidence(
  imports: Set<string>,
  calls: Call[],
): Evidence | undefined {
  const operator = calls.find(({ callee }) => ML_OPERATOR.test(callee));
  if (operator) {
    const { line, callee } = operator;
    return { confidence: 'high', line, found: callee };
  }
  const library = [...imports].find(name => ML_LIBRARY.test(name));
  const fit = library && calls.find(({ callee }) => FITS.test(callee));
  return fit
    ? { confidence: 'high', line: fit.line, found: library }
    : undefined;
}

function namesOf(calls: Call[], { line }: Call): Evidence | undefined {
  const names = calls.flatMap(({ callee, named, decorates }) =>
    decorates && TASK_DECORATOR.test(callee)
      ? decorates
      : named.get('task_id') ?? [],
  );
  return soundLikeMl(names)
    ? { confidence: 'medium', line, found: names.join(', ') }
    : undefined;
}

/** The DAG's id, if there is one DAG and it says its id. */
function onlyId(dags: Call[]): { name?: string } {
  const [{ named, positional, decorates }] = dags;
  const id =
    named.get('dag_id') ??
    positional[0] ??
    (named.has('dag_id') || positional.length > 0 ? undefined : decorates);
  return dags.length === 1 && id ? { name: id } : {};
}

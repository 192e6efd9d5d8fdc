import type { entity as en } from '../en/entity';
import type { Translated } from '../Translated';

export const entity: Translated<typeof en> = {
  title: 'Orchestrator',
  overrideReason: 'Gegen die Empfehlung gewählt, weil: {{ reason }}',
  answers: 'Antworten hinter der Entscheidung',
  seeWhy: 'warum?',
  guide: 'Im Leitfaden öffnen',
  record: 'Entscheidungsprotokoll',
  orchestrates: 'Alles, was er orchestriert',
  locator: {
    sagemakerPipeline: 'SageMaker-Pipeline',
    stateMachine: 'Zustandsautomat',
    airflowDag: 'Airflow-DAG',
  },
};

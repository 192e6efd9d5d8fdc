/** The card on an entity's page. */
export const entity = {
  title: 'Orchestrator',
  overrideReason: 'Chosen against the recommendation because: {{ reason }}',
  answers: 'Answers behind the decision',
  seeWhy: 'see why',
  guide: 'Open in the guide',
  record: 'Decision record',
  orchestrates: 'All it orchestrates',
  locator: {
    sagemakerPipeline: 'SageMaker pipeline',
    stateMachine: 'State machine',
    airflowDag: 'Airflow DAG',
  },
} as const;

import type { Entity } from '@backstage/catalog-model';

/** Entities to look at while developing: one the guide agrees with, one it does not. */
export const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'churn-training',
      namespace: 'default',
      annotations: {
        'ml-orchestrator/orchestrator': 'step-functions',
        'ml-orchestrator/answers': 'reach=aws,loops=yes,airflow-today=no',
        'ml-orchestrator/state-machine': 'churn-training',
      },
    },
    spec: { type: 'ml-pipeline', lifecycle: 'production', owner: 'growth' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'ledger-features',
      namespace: 'default',
      annotations: {
        'ml-orchestrator/orchestrator': 'airflow-mwaa',
        'ml-orchestrator/answers': 'reach=aws,loops=yes,airflow-today=no',
        'ml-orchestrator/override-reason': 'the team knows Airflow',
      },
    },
    spec: { type: 'ml-pipeline', lifecycle: 'production', owner: 'finance' },
  },
];

import type { Entity } from '@backstage/catalog-model';

/** Entities to look at while developing: one the guide agrees with, one it does not, and one that is not linked. */
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
        'ml-orchestrator/verdict': 'fits',
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
        'ml-orchestrator/verdict': 'no-longer-fits',
      },
    },
    spec: { type: 'ml-pipeline', lifecycle: 'production', owner: 'finance' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'basket-forecast', namespace: 'default' },
    spec: { type: 'ml-pipeline', lifecycle: 'experimental', owner: 'growth' },
  },
];

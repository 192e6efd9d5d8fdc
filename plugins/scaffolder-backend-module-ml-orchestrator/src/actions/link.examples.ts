import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Link an entity by the decision of a form',
    example: stringify({
      steps: [
        {
          id: 'link',
          name: 'Link the pipeline to its orchestrator',
          action: 'ml-orchestrator:link',
          input: {
            entityRef: 'component:default/churn-training',
            decision: {
              answers: {
                policy: 'none',
                shape: 'gate',
                steps: 'sagemaker',
                team: 'data-scientists',
                start: 'clock',
              },
              orchestrator: 'sagemaker-pipelines',
            },
            locator: 'churn-training',
          },
        },
      ],
    }),
  },
  {
    description: 'Say what an entity runs on',
    example: stringify({
      steps: [
        {
          id: 'link',
          name: 'Link the pipeline to its orchestrator',
          action: 'ml-orchestrator:link',
          input: {
            entityRef: 'component:default/churn-training',
            catalogInfoPath: 'catalog-info.yaml',
            decision: { orchestrator: 'airflow-mwaa' },
            locator: 'ml-production/churn_training',
          },
        },
      ],
    }),
  },
];

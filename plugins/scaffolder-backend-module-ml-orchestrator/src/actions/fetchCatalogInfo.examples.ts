import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Get the catalog-info.yaml of an entity, to change it',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Get its catalog-info.yaml',
          action: 'ml-orchestrator:fetch-catalog-info',
          input: { entityRef: 'component:default/churn-training' },
        },
      ],
    }),
  },
];

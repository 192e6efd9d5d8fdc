import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Recommend an orchestrator for the answers of a form',
    example: stringify({
      steps: [
        {
          id: 'recommend',
          name: 'Recommend an orchestrator',
          action: 'ml-orchestrator:recommend',
          input: {
            answers: {
              policy: 'none',
              shape: 'gate',
              steps: 'sagemaker',
              team: 'data-scientists',
              start: 'clock',
            },
          },
        },
      ],
    }),
  },
];

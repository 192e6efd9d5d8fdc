import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Publish the workspace as a local git repository',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Publish to a local git repository',
          action: 'ml-orchestrator:publish-local',
          input: {
            name: 'churn-training',
            commitMessage: 'Start from the ML pipeline template',
          },
        },
      ],
    }),
  },
];

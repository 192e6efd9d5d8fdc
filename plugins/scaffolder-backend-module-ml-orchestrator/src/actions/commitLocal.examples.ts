import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Propose the files of the workspace as a branch',
    example: stringify({
      steps: [
        {
          id: 'commit',
          name: 'Commit on a branch',
          action: 'ml-orchestrator:commit-local',
          input: {
            repository: 'churn-training',
            branchName: 'ml-orchestrator/link-churn-training',
            commitMessage: 'Link churn-training to its orchestrator',
          },
        },
      ],
    }),
  },
];

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const answers = {
  policy: 'none',
  shape: 'gate',
  steps: 'sagemaker',
  team: 'data-scientists',
  start: 'clock',
};

function example(input: object): string {
  return stringify({
    steps: [
      {
        id: 'generate',
        name: 'Generate the repository',
        action: 'ml-orchestrator:generate',
        input,
      },
    ],
  });
}

export const examples: TemplateExample[] = [
  {
    description: 'Generate the starter of the recommended orchestrator',
    example: example({
      name: 'churn-training',
      owner: 'group:default/growth-analytics',
      description: 'Retrains the churn model every month.',
      decision: { answers, orchestrator: 'sagemaker-pipelines' },
      options: {
        region: 'eu-central-1',
        trigger: 'schedule',
        schedule: '0 6 1 * *',
        serving: 'endpoint',
        notificationEmail: 'ml-alerts@example.com',
      },
    }),
  },
  {
    description: 'Choose another orchestrator than the recommended one',
    example: example({
      name: 'churn-training',
      owner: 'group:default/growth-analytics',
      decision: {
        answers,
        orchestrator: 'step-functions',
        overrideReason: 'The team operates all its workflows there.',
      },
      options: { region: 'eu-central-1' },
    }),
  },
];

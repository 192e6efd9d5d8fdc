import { guidanceSchema } from 'backstage-plugin-ml-orchestrator-common';

/** A small guide for tests and for `yarn start`: its texts are made up and its engine is the real one. */
export const guidanceFixture = guidanceSchema.parse({
  title: 'A small guide',
  idea: 'Integrated for one platform, flexible for everything.',
  sources: [
    {
      id: 'limits',
      title: 'Limits page',
      url: 'https://example.com/limits',
      asOf: '2026-11-01',
    },
  ],
  orchestrators: [
    {
      id: 'sagemaker-pipelines',
      title: 'Amazon SageMaker Pipelines',
      shortTitle: 'SageMaker Pipelines',
      ring: 'recommended',
      summary: 'Best inside SageMaker.',
      bestAt: ['training jobs'],
      links: [{ title: 'Documentation', url: 'https://example.com/pipelines' }],
      starter: 'sagemaker-pipelines',
    },
    {
      id: 'step-functions',
      title: 'AWS Step Functions',
      shortTitle: 'Step Functions',
      ring: 'recommended',
      summary: 'Best across AWS.',
      bestAt: ['many services'],
      starter: 'step-functions',
    },
    {
      id: 'airflow-mwaa',
      title: 'Amazon MWAA (Apache Airflow)',
      shortTitle: 'MWAA',
      ring: 'allowed',
      ringReason: 'one environment for all teams',
      summary: 'Best across everything.',
      bestAt: ['batch across systems'],
      starter: 'airflow-mwaa',
    },
    {
      id: 'old-runner',
      title: 'Old Runner',
      ring: 'hold',
      ringReason: 'it is being retired',
      summary: 'Runs scripts at night.',
      bestAt: ['what it always ran'],
    },
  ],
  criterionGroups: [
    { id: 'logic', title: 'How logic is written' },
    { id: 'operations', title: 'Running it' },
  ],
  criteria: [
    {
      id: 'loops',
      group: 'logic',
      title: 'Branching and loops',
      description: 'What the workflow itself can express.',
      values: {
        'sagemaker-pipelines': {
          value: 'conditions, no loops',
          detail: 'A pipeline is an acyclic graph.',
          rating: 'partial',
          sources: ['limits'],
        },
        'step-functions': {
          value: 'choice and loops',
          rating: 'strong',
          verified: false,
        },
        'airflow-mwaa': { value: 'branches, no cycles', rating: 'partial' },
      },
    },
    {
      id: 'idle-cost',
      group: 'operations',
      title: 'Cost when idle',
      values: {
        'sagemaker-pipelines': { value: 'none', rating: 'strong' },
        'step-functions': { value: 'none', rating: 'strong' },
        'airflow-mwaa': { value: 'an environment', rating: 'weak' },
        'old-runner': { value: 'a server' },
      },
    },
  ],
  questions: [
    {
      id: 'reach',
      text: 'Where do the steps of the pipeline run?',
      why: 'It decides how much integration pays.',
      options: [
        {
          id: 'sagemaker',
          label: 'Only SageMaker jobs',
          implies: { trigger: 'schedule' },
          evidence: {
            'sagemaker-pipelines': {
              effect: 'strongly-for',
              because: 'every step is a SageMaker job',
            },
          },
        },
        {
          id: 'aws',
          label: 'Across AWS services',
          description: 'Queues, functions and databases as well.',
          implies: { trigger: 'data-arrival' },
          evidence: {
            'step-functions': {
              effect: 'strongly-for',
              because: 'it calls any AWS service',
            },
          },
        },
        {
          id: 'beyond',
          label: 'Also beyond AWS',
          evidence: {
            'airflow-mwaa': {
              effect: 'strongly-for',
              because: 'it has operators for other systems',
            },
            'sagemaker-pipelines': {
              effect: 'rules-out',
              because: 'its steps run inside AWS only',
            },
          },
        },
      ],
    },
    {
      id: 'loops',
      text: 'Does the pipeline loop?',
      why: 'Not every orchestrator can go back a step.',
      options: [
        {
          id: 'yes',
          label: 'Yes, it loops',
          evidence: {
            'sagemaker-pipelines': {
              effect: 'rules-out',
              because: 'its graph has no loops',
            },
            'step-functions': {
              effect: 'for',
              because: 'a state may lead back',
            },
          },
        },
        {
          id: 'no',
          label: 'No loops',
          evidence: {
            'step-functions': {
              effect: 'against',
              because: 'its loops would go unused',
            },
          },
        },
      ],
    },
    {
      id: 'airflow-today',
      text: 'Do you run Airflow today?',
      why: 'An environment that is there costs nothing more.',
      askWhen: { question: 'reach', options: ['aws', 'beyond'] },
      options: [
        {
          id: 'yes',
          label: 'Airflow is there',
          evidence: {
            'airflow-mwaa': {
              effect: 'strongly-for',
              because: 'the team knows Airflow',
            },
            'old-runner': {
              effect: 'for',
              because: 'it hides behind Airflow already',
            },
          },
        },
        {
          id: 'no',
          label: 'No Airflow yet',
          evidence: {
            'airflow-mwaa': {
              effect: 'against',
              because: 'the environment costs money when idle',
            },
          },
        },
        {
          id: 'forbidden',
          label: 'Airflow is not allowed',
          evidence: {
            'airflow-mwaa': {
              effect: 'rules-out',
              because: 'policy forbids it',
            },
            'step-functions': {
              effect: 'for',
              because: 'it needs no environment',
            },
          },
        },
      ],
    },
    {
      id: 'policy',
      text: 'What does policy ask for?',
      why: 'Policy comes before taste.',
      askWhen: { question: 'reach', options: ['beyond'] },
      options: [
        { id: 'nothing', label: 'Nothing special', evidence: {} },
        {
          id: 'open-source',
          label: 'Open source only',
          evidence: {
            'step-functions': {
              effect: 'rules-out',
              because: 'it is not open source',
            },
          },
        },
      ],
    },
  ],
  scenarios: [
    {
      id: 'training',
      title: 'Nightly training',
      story: 'A team retrains one model every night, all in SageMaker.',
      answers: { reach: 'sagemaker', loops: 'no' },
      expect: { orchestrator: 'sagemaker-pipelines' },
      reasoning: 'Everything is a SageMaker job.',
    },
    {
      id: 'across',
      title: 'Across AWS with loops',
      story: 'A pipeline waits for people and tries again.',
      answers: { reach: 'aws', loops: 'yes', 'airflow-today': 'no' },
      expect: { orchestrator: 'step-functions' },
      reasoning: 'Loops and many services.',
    },
    {
      id: 'stuck',
      title: 'Policies that clash',
      story: 'Beyond AWS, without Airflow, and open source only.',
      answers: {
        reach: 'beyond',
        'airflow-today': 'forbidden',
        policy: 'open-source',
      },
      expect: { conflict: true },
      reasoning: 'Nothing is left.',
    },
  ],
  terms: [
    {
      id: 'lineage',
      title: 'Lineage',
      definition: 'Where a model came from.',
      example: 'Back to the data of 3 March.',
    },
    {
      id: 'dag',
      title: 'DAG',
      definition: 'Steps whose arrows never lead back.',
      example: 'Prepare, train, evaluate.',
    },
  ],
  selfCheck: [
    {
      id: 'loops',
      question: 'Which of them can loop?',
      options: [
        {
          id: 'step-functions',
          label: 'Step Functions',
          correct: true,
          explanation: 'A state may lead back.',
        },
        {
          id: 'pipelines',
          label: 'SageMaker Pipelines',
          explanation: 'Its graph is acyclic.',
        },
      ],
    },
  ],
  prices: [
    {
      id: 'pipelines',
      orchestrator: 'sagemaker-pipelines',
      title: 'Orchestration',
      component: 'run',
      region: 'any',
      usd: 0,
      unit: 'run',
      source: 'limits',
    },
    {
      id: 'transitions',
      orchestrator: 'step-functions',
      title: 'Standard workflow',
      component: 'step-transition',
      per: 1000,
      free: 4000,
      region: 'us-east-1',
      usd: 0.025,
      unit: '1,000 state transitions',
      source: 'limits',
    },
    {
      id: 'environment',
      orchestrator: 'airflow-mwaa',
      title: 'Environment',
      component: 'environment-hour',
      region: 'ap-northeast-1',
      usd: 0.49,
      unit: 'environment hour',
    },
    {
      id: 'express',
      orchestrator: 'step-functions',
      title: 'Express workflow',
      region: 'any',
      usd: null,
      unit: 'request',
    },
  ],
});

import { optionTable, type Offers, type StarterSpec } from '../starters';
import { starterTrees } from '../module';

/** The starter trees of this package. */
export const trees = starterTrees();

/** A decision for which the default guidance recommends SageMaker Pipelines. */
export const decision = {
  answers: {
    policy: 'none',
    shape: 'gate',
    steps: 'sagemaker',
    team: 'data-scientists',
    start: 'clock',
  },
  orchestrator: 'sagemaker-pipelines',
};

/** A decision for each starter, as the default guidance recommends it. */
export const decisions: Record<string, StarterSpec['decision']> = {
  'sagemaker-pipelines': decision,
  'step-functions': {
    answers: {
      policy: 'none',
      shape: 'gate',
      steps: 'aws-services',
      team: 'platform-engineers',
      start: 'event',
    },
    orchestrator: 'step-functions',
  },
  'airflow-mwaa': {
    answers: {
      policy: 'none',
      shape: 'gate',
      steps: 'beyond-aws',
      team: 'airflow-team',
      start: 'data-intervals',
    },
    orchestrator: 'airflow-mwaa',
  },
};

/** Text that every file format and template language would trip over. */
export const NASTY_TEXT =
  'Retrains the "churn" model\'s weights: 5% \\ off.\nUses {{ jinja }}, ${{ expressions }}, $(shell) `ticks` and <% tags %> # 🚀 | <b>\r\n---\n- end\u2028"""';

/** A spec that uses every field, and every option that all starters of this package offer. */
export function fullSpec(overrides: Partial<StarterSpec> = {}): StarterSpec {
  return {
    name: 'churn-training',
    description: NASTY_TEXT,
    owner: 'group:default/growth-analytics',
    system: 'system:default/customer-insights',
    decision,
    options: {
      region: 'eu-central-1',
      metricThreshold: 0.8,
      trigger: 'schedule',
      schedule: '0 6 1 * *',
      approval: 'automatic',
      autoApproveThreshold: 0.9,
      serving: 'endpoint',
      environments: [
        { name: 'dev', account: '111111111111' },
        { name: 'prod', account: '222222222222' },
      ],
      notificationEmail: 'ml-alerts@example.com',
      slackWorkspace: 'T0123ABCD',
      slackChannel: 'C0123ABCD',
      monthlyBudget: 200,
    },
    ci: 'github',
    repoSlug: 'example/churn-training',
    ...overrides,
  };
}

/** A spec with nothing optional in it. */
export function minimalSpec(overrides: Partial<StarterSpec> = {}): StarterSpec {
  return {
    name: 'churn-training',
    description: '',
    owner: 'growth-analytics',
    decision,
    options: { region: 'us-east-1' },
    ci: 'github',
    ...overrides,
  };
}

/** Offers of a starter that refuses nothing. */
export const OFFERS_EVERYTHING: Offers = {
  layers: [],
  offers: Object.fromEntries([...optionTable.keys()].map(name => [name, true])),
  refuses: {},
};

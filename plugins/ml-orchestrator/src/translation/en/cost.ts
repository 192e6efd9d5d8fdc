/** Words of the Cost tab. */
export const cost = {
  title: 'What does the orchestration cost?',
  text: 'A month of orchestration, by each offer. The jobs, functions and clusters that the steps start are paid on top, and alike with any orchestrator.',
  empty: {
    title: 'The guide knows no prices',
    text: 'Your platform team can add prices to the guidance.',
  },
  workload: 'Your workload',
  field: {
    runsPerMonth: { label: 'Runs a month', help: 'Of all pipelines together.' },
    stepsPerRun: {
      label: 'Steps per run',
      help: 'States or tasks, the small ones too.',
    },
    retriesPerRun: {
      label: 'Retries per run',
      help: 'Steps tried again, on average.',
    },
    stepMinutes: {
      label: 'Minutes per step',
      help: 'How long the orchestrator attends to one.',
    },
    concurrency: {
      label: 'Concurrency',
      help: 'Steps at work at the busiest time.',
    },
    stepsPerWorker: {
      label: 'Steps per worker',
      help: 'What one Airflow worker takes at a time.',
    },
    region: { label: 'Region', help: 'Such as us-east-1.' },
    environmentClass: {
      label: 'Environment class',
      help: 'For an environment of your own, such as mw1.small.',
    },
  },
  wholeNumber: 'A whole number from {{ least }} to {{ most }}.',
  number: 'A number from {{ least }} to {{ most }}.',
  correct: 'Correct the fields that are marked to see an estimate.',
  offer: '{{ orchestrator }}: {{ offer }}',
  month: '{{ usd }} a month',
  unknown: 'unknown',
  unknownPrice: 'The price is unknown; see its source.',
  unknownParts: 'Unknown, and not guessed: {{ titles }}.',
  notCounted: 'Paid as well, but not counted here: {{ titles }}.',
  otherRegion:
    'This is the price of {{ region }}; that of your region is not known.',
  component: {
    month: '{{ quantity }} month',
    run: '{{ quantity }} runs',
    'step-transition': '{{ quantity }} state transitions',
    'task-hour': '{{ quantity }} task hours',
    'environment-hour': '{{ quantity }} environment hours',
    'worker-hour': '{{ quantity }} hours of additional workers',
  },
  formula: { free: '({{ quantity }} − {{ free }} free)' },
  plot: {
    title: 'Cost by runs a month',
    runs: 'runs a month',
    here: 'your workload',
  },
  breakEven: {
    title: 'Where offers change places',
    none: 'Between the known offers nothing changes places.',
    crosses:
      'At {{ runs }} runs a month they change places: below, {{ below }} is cheaper; above, {{ above }} is.',
    sameBelow:
      'Up to {{ runs }} runs a month {{ one }} and {{ other }} cost the same; above, {{ cheaper }} is cheaper.',
    sameAbove:
      'From {{ runs }} runs a month on {{ one }} and {{ other }} cost the same; below, {{ cheaper }} is cheaper.',
  },
  line: {
    all: 'Orchestration a month, for {{ runs }} runs of {{ steps }} steps: {{ costs }}.',
    one: '{{ orchestrator }} {{ usd }}',
    own: 'See how it adds up',
  },
} as const;

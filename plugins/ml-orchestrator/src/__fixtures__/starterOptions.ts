import type {
  Answers,
  Guidance,
  ImpliedOption,
  OptionProblem,
  RefusedOption,
  StarterOptionsForm,
} from 'backstage-plugin-ml-orchestrator-common';

const TRIGGERS: Record<string, string> = {
  'by-hand': 'Somebody, by hand',
  schedule: 'A schedule',
  'data-arrival': 'A file that arrives',
};

const SCHEDULE = {
  type: 'string',
  title: 'Schedule',
  description: 'Cron expression with five fields, in UTC.',
};

/** Only one of the starters hears of events. */
function triggersOf(starter: string): string[] {
  return Object.keys(TRIGGERS).filter(
    trigger => trigger !== 'data-arrival' || starter === 'step-functions',
  );
}

/** The form of the starter that a decision leads to, and what is wrong with the options. */
export function starterOptionsFixture(
  guidance: Guidance,
  spec: Record<string, unknown>,
): StarterOptionsForm {
  const { decision, options = {} } = spec as {
    decision: { orchestrator: string; answers: Answers };
    options?: Record<string, unknown>;
  };
  const starter = decision.orchestrator;
  const triggers = triggersOf(starter);
  return {
    starter,
    known: {
      framework: { title: 'Framework', default: 'scikit-learn' },
      trigger: { title: 'What starts a run', default: 'by-hand' },
      schedule: { title: SCHEDULE.title },
      metricThreshold: { title: 'Quality gate', default: 0.8 },
      region: { title: 'AWS region' },
    },
    schema: {
      type: 'object',
      required: ['region'],
      properties: {
        trigger: {
          type: 'string',
          title: 'What starts a run',
          default: 'by-hand',
          oneOf: triggers.map(value => ({
            const: value,
            title: TRIGGERS[value],
          })),
        },
        metricThreshold: {
          type: 'number',
          title: 'Quality gate',
          default: 0.8,
          minimum: 0.5,
          maximum: 1,
        },
        region: {
          type: 'string',
          title: 'AWS region',
          oneOf: [
            { const: 'eu-central-1', title: 'Europe (Frankfurt)' },
            { const: 'us-east-1', title: 'US East (N. Virginia)' },
          ],
        },
      },
      dependencies: {
        trigger: {
          oneOf: triggers.map(value => ({
            properties: {
              trigger: { enum: [value] },
              ...(value === 'schedule' ? { schedule: SCHEDULE } : {}),
            },
            required: value === 'schedule' ? ['schedule'] : [],
          })),
        },
      },
    },
    uiSchema: {
      'ui:order': ['trigger', 'schedule', 'metricThreshold', 'region', '*'],
      trigger: { 'ui:widget': 'radio' },
      schedule: { 'ui:placeholder': '0 6 1 * *' },
    },
    implied: impliedTriggers(guidance, decision.answers).filter(({ value }) =>
      triggers.includes(value),
    ),
    refused: refusedTriggers(triggers),
    problems: problemsOf(options),
  };
}

function impliedTriggers(
  guidance: Guidance,
  answers: Answers,
): ImpliedOption[] {
  return guidance.questions.flatMap(({ id, text, options }) => {
    const chosen = options.find(option => option.id === answers[id]);
    const value = chosen?.implies?.trigger;
    return chosen && value
      ? [
          {
            option: 'trigger',
            value,
            title: TRIGGERS[value],
            question: text,
            answer: chosen.label,
          },
        ]
      : [];
  });
}

function refusedTriggers(offered: string[]): RefusedOption[] {
  return Object.entries(TRIGGERS)
    .filter(([value]) => !offered.includes(value))
    .map(([value, title]) => ({
      option: 'trigger',
      value,
      title,
      because: 'it hears of no events',
    }));
}

function problemsOf({
  region,
  schedule,
}: Record<string, unknown>): OptionProblem[] {
  return [
    ...(region ? [] : [{ option: 'region', message: 'is needed' }]),
    ...(schedule === undefined || String(schedule).split(' ').length === 5
      ? []
      : [{ option: 'schedule', message: 'must have five fields' }]),
  ];
}

import { z } from 'zod';
import { cronSchema } from '../cron';
import { exclusionProblems } from './exclusions';
import { OPTIONS, optionTable, valuesOf } from './optionTable';

/** Refuses what is no value of the choice. */
function choice<Name extends Parameters<typeof valuesOf>[0]>(name: Name) {
  const values = valuesOf(name);
  return z.enum(values, { error: `must be one of ${values.join(', ')}` });
}

function within(option: { minimum: number; maximum: number }) {
  const { minimum, maximum } = option;
  const message = `must be from ${minimum} to ${maximum}`;
  return z.number().min(minimum, message).max(maximum, message);
}

function matching(pattern: string, message: string) {
  return z.string().regex(new RegExp(pattern), message);
}

const environments = OPTIONS.environments;

/** The options of a starter; all may be absent, since not every starter offers all. */
const fieldsSchema = z.strictObject({
  framework: choice('framework').optional(),
  /** Where the data comes from. */
  source: choice('source').optional(),
  /** What starts runs. */
  trigger: choice('trigger').optional(),
  /** Cron expression in UTC, for the trigger `schedule`. */
  schedule: cronSchema.optional(),
  /** Area under the ROC curve from which on a model is registered. */
  metricThreshold: within(OPTIONS.metricThreshold).optional(),
  /** Whether hyperparameters are tuned by a job of its own. */
  tuning: choice('tuning').optional(),
  approval: choice('approval').optional(),
  /** Area under the ROC curve from which on a registered model is approved as well. */
  autoApproveThreshold: within(OPTIONS.autoApproveThreshold).optional(),
  serving: choice('serving').optional(),
  /** Whether a run trains a model for each segment of a list. */
  segments: choice('segments').optional(),
  /** Whether the workflow is there in the Step Functions Data Science SDK as well. */
  dataScienceSdk: choice('dataScienceSdk').optional(),
  airflowVersion: choice('airflowVersion').optional(),
  /** Class of the MWAA environment to make, or `existing`. */
  mwaaEnvironment: choice('mwaaEnvironment').optional(),
  region: choice('region').optional(),
  environments: z
    .array(
      z.strictObject({
        name: matching(
          environments.fields.name.pattern,
          'must be 2 to 8 lower-case letters and digits, starting with a letter',
        ),
        account: matching(
          environments.fields.account.pattern,
          'must be an AWS account id of 12 digits',
        ),
      }),
    )
    .max(environments.maxItems, `must be at most ${environments.maxItems}`)
    .optional(),
  notificationEmail: z
    .email('must be an e-mail address')
    .max(254, 'must be at most 254 characters long')
    .optional(),
  slackWorkspace: matching(
    OPTIONS.slackWorkspace.pattern,
    'must be the id of a Slack workspace, like T0123ABCD',
  ).optional(),
  slackChannel: matching(
    OPTIONS.slackChannel.pattern,
    'must be the id of a Slack channel, like C0123ABCD',
  ).optional(),
  /** US dollars a month. */
  monthlyBudget: within(OPTIONS.monthlyBudget)
    .int('must be a whole number')
    .optional(),
});

/** What was chosen of a starter's options. */
export type StarterOptions = z.infer<typeof fieldsSchema>;

/** {@link StarterOptions}, with what concerns more than one of them. */
export const optionsSchema = fieldsSchema.superRefine((options, ctx) => {
  const wrong = (path: (string | number)[], message: string) =>
    ctx.addIssue({ code: 'custom', path, message });

  for (const [name, { when, required }] of optionTable) {
    const given = valueOf(options, name);
    if (when && valueOf(options, when.option) !== when.value) {
      if (given !== undefined) {
        wrong(
          [name],
          `must be left out unless ${when.option} is ${when.value}`,
        );
      }
    } else if (when && required && given === undefined) {
      wrong([name], `is needed when ${when.option} is ${when.value}`);
    }
  }
  for (const { option, message } of exclusionProblems(options)) {
    wrong([option], message);
  }
  const { autoApproveThreshold, metricThreshold } = options;
  if (
    autoApproveThreshold !== undefined &&
    autoApproveThreshold <= (metricThreshold ?? OPTIONS.metricThreshold.default)
  ) {
    wrong(['autoApproveThreshold'], 'must be above metricThreshold');
  }
  for (const [one, other] of [
    ['slackWorkspace', 'slackChannel'],
    ['slackChannel', 'slackWorkspace'],
  ] as const) {
    if (options[one] !== undefined && options[other] === undefined) {
      wrong([other], `is needed with ${one}`);
    }
  }
  const names = options.environments?.map(({ name }) => name) ?? [];
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) {
      wrong(['environments', index, 'name'], `"${name}" is there twice`);
    }
  });
});

/** The value of an option by its name. */
export function valueOf(options: StarterOptions, name: string): unknown {
  return (options as Record<string, unknown>)[name];
}

/**
 * Fields without what forms leave where nothing was typed: empty text, and `null`.
 */
export function withoutBlanks(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  );
}

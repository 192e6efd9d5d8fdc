import { REGION_TITLES } from '../regions';

/** When an option is asked: another option has this value. */
interface Condition {
  option: string;
  value: string;
}

interface CommonFields {
  /** What a form calls it. */
  title: string;
  /** What it changes, in a sentence. */
  description?: string;
  /** Asked only then; must be left out otherwise. */
  when?: Condition;
  /** Needed wherever it is asked; other options have a default or may be left out. */
  required?: boolean;
}

/** A value of a choice that makes no sense with certain values of another. */
export interface Exclusion {
  value: string;
  /** The other choice, which is asked earlier, and its values. */
  by: { option: string; values: readonly string[] };
  because: string;
}

/** One of a few values. */
export interface ChoiceOption extends CommonFields {
  kind: 'choice';
  /** Value → its title, in the order shown. */
  values: Readonly<Record<string, string>>;
  /** Nothing may exclude it. */
  default?: string;
  /** Values that cannot be had with what was chosen before; forms hide them. */
  excluded?: readonly Exclusion[];
}

/** A number within limits. */
export interface NumberOption extends CommonFields {
  kind: 'number' | 'integer';
  minimum: number;
  maximum: number;
  default?: number;
}

/** A line of text. */
export interface TextOption extends CommonFields {
  kind: 'text';
  format?: 'email';
  pattern?: string;
  placeholder?: string;
  help?: string;
}

/** A list of records. */
export interface ListOption extends CommonFields {
  kind: 'list';
  /** What a form calls one record. */
  itemTitle: string;
  maxItems: number;
  /** Field of a record → what it may hold. */
  fields: Readonly<
    Record<string, { title: string; pattern: string; help?: string }>
  >;
}

/** An option of a starter, as people meet it. */
export type StarterOption =
  | ChoiceOption
  | NumberOption
  | TextOption
  | ListOption;

/** What of a starter can be chosen, in the order in which a form asks. What a value must look like beyond this, `optionsSchema` checks. */
export const OPTIONS = {
  framework: {
    kind: 'choice',
    title: 'Framework',
    description: 'What trains the model.',
    values: {
      'scikit-learn': 'scikit-learn: logistic regression',
      xgboost: 'XGBoost: gradient-boosted trees',
      pytorch: 'PyTorch: a small neural network',
    },
    default: 'scikit-learn',
  },
  source: {
    kind: 'choice',
    title: 'Where the data comes from',
    description:
      'What a run begins with: it reads files, asks a warehouse, or has Spark prepare files that are too many for one machine.',
    values: {
      s3: 'CSV files in S3',
      athena: 'A query in Amazon Athena',
      snowflake: 'A query in Snowflake',
      'emr-serverless': 'Files in S3, through Spark on EMR Serverless',
      glue: 'Files in S3, through Spark on AWS Glue',
    },
    default: 's3',
  },
  trigger: {
    kind: 'choice',
    title: 'What starts a run',
    values: {
      'by-hand': 'Somebody, by hand',
      schedule: 'A schedule',
      'data-arrival': 'A CSV file that arrives in S3',
    },
    default: 'by-hand',
    excluded: [
      {
        value: 'data-arrival',
        by: { option: 'source', values: ['athena', 'snowflake'] },
        because:
          'the data comes from a query, so no file that arrives can start a run',
      },
    ],
  },
  schedule: {
    kind: 'text',
    title: 'Schedule',
    description: 'Cron expression with five fields, in UTC.',
    pattern: '^\\S+ \\S+ \\S+ \\S+ \\S+$',
    placeholder: '0 6 1 * *',
    help: 'Minute, hour, day of month, month, day of week. "0 6 1 * *" is 06:00 on the first of each month.',
    when: { option: 'trigger', value: 'schedule' },
    required: true,
  },
  metricThreshold: {
    kind: 'number',
    title: 'Quality gate',
    description:
      'Area under the ROC curve on the test set that a model needs to be registered.',
    minimum: 0.5,
    maximum: 1,
    default: 0.8,
  },
  tuning: {
    kind: 'choice',
    title: 'Tuning of hyperparameters',
    values: {
      off: 'No: the values in the training script',
      on: 'Yes: a tuning job tries several',
    },
    default: 'off',
  },
  approval: {
    kind: 'choice',
    title: 'Who approves a registered model',
    values: {
      manual: 'A person, in the model registry',
      automatic: 'Nobody, if it clears a second threshold',
    },
    default: 'manual',
  },
  autoApproveThreshold: {
    kind: 'number',
    title: 'Threshold for automatic approval',
    description:
      'Area under the ROC curve from which on nobody has to approve; above the quality gate. Below it, a person decides.',
    minimum: 0.5,
    maximum: 1,
    when: { option: 'approval', value: 'automatic' },
    required: true,
  },
  serving: {
    kind: 'choice',
    title: 'What happens to an approved model',
    values: {
      none: 'Nothing: it stays in the registry',
      endpoint: 'It is deployed to a real-time endpoint',
      batch: 'It scores the files that wait, in a batch',
    },
    default: 'none',
  },
  segments: {
    kind: 'choice',
    title: 'Segments of the customers',
    description:
      'Whether a run trains one model, or one for each segment that a file lists.',
    values: {
      off: 'No: one model for all',
      on: 'Yes: a model for each segment, some at a time',
    },
    default: 'off',
    excluded: [
      {
        value: 'on',
        by: { option: 'serving', values: ['endpoint', 'batch'] },
        because:
          'it serves the version approved last, of whatever segment it is',
      },
      {
        value: 'on',
        by: { option: 'source', values: ['athena', 'snowflake'] },
        because: 'the query would give the same data to each segment',
      },
    ],
  },
  dataScienceSdk: {
    kind: 'choice',
    title: 'AWS Step Functions Data Science SDK',
    description:
      'Legacy: last released in January 2022, and it needs version 2 of the SageMaker SDK, which is supported until July 2027. For teams that have workflows in it already.',
    values: {
      off: 'No',
      on: 'Yes: the same workflow in Python as well',
    },
    default: 'off',
    excluded: [
      {
        value: 'on',
        by: {
          option: 'source',
          values: ['athena', 'snowflake', 'emr-serverless', 'glue'],
        },
        because: 'the workflow in Python reads files in S3 as they are',
      },
    ],
  },
  airflowVersion: {
    kind: 'choice',
    title: 'Version of Apache Airflow',
    description: 'As the environment on Amazon MWAA runs it.',
    values: { '3.0.6': '3.0.6', '3.2.1': '3.2.1', '3.3.1': '3.3.1' },
    default: '3.2.1',
  },
  mwaaEnvironment: {
    kind: 'choice',
    title: 'Amazon MWAA environment',
    values: {
      existing: 'One that is there already',
      'mw1.micro': 'A new one of class mw1.micro',
      'mw1.small': 'A new one of class mw1.small',
      'mw1.medium': 'A new one of class mw1.medium',
      serverless: 'None: MWAA Serverless',
    },
    default: 'existing',
  },
  region: {
    kind: 'choice',
    title: 'AWS region',
    values: REGION_TITLES,
    required: true,
  },
  environments: {
    kind: 'list',
    title: 'Environments',
    description:
      'In the order in which a change reaches them. None: one stack, in the account of whoever deploys.',
    itemTitle: 'Environment',
    maxItems: 4,
    fields: {
      name: {
        title: 'Name',
        pattern: '^[a-z][a-z0-9]{1,7}$',
        help: 'For example: dev',
      },
      account: {
        title: 'AWS account',
        pattern: '^[0-9]{12}$',
        help: '12 digits',
      },
    },
  },
  notificationEmail: {
    kind: 'text',
    title: 'E-mail for notifications',
    description:
      'Who is told about failed runs and models that wait for approval.',
    format: 'email',
  },
  slackWorkspace: {
    kind: 'text',
    title: 'Slack workspace for notifications',
    description:
      'Id of a workspace that Amazon Q Developer in chat applications may use.',
    pattern: '^T[A-Z0-9]{2,20}$',
    placeholder: 'T0123ABCD',
  },
  slackChannel: {
    kind: 'text',
    title: 'Slack channel for notifications',
    description: 'Id of the channel in that workspace.',
    pattern: '^[CG][A-Z0-9]{2,20}$',
    placeholder: 'C0123ABCD',
  },
  monthlyBudget: {
    kind: 'integer',
    title: 'Monthly budget in US dollars',
    description:
      'Whoever is notified hears when the pipeline is about to cost more.',
    minimum: 1,
    maximum: 1_000_000,
  },
} as const satisfies Record<string, StarterOption>;

/** Name of an option of a starter. */
export type OptionName = keyof typeof OPTIONS;

/** The options, without what is particular to each. */
export const optionTable: ReadonlyMap<string, StarterOption> = new Map(
  Object.entries(OPTIONS),
);

/** The values of a choice, for schemas. */
export function valuesOf<
  Name extends {
    [N in OptionName]: (typeof OPTIONS)[N] extends { kind: 'choice' }
      ? N
      : never;
  }[OptionName],
>(name: Name) {
  type Value = keyof (typeof OPTIONS)[Name]['values'] & string;
  return Object.keys(OPTIONS[name].values) as [Value, ...Value[]];
}

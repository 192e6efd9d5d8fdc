import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { cronSchema } from './cron';
import { REGIONS } from './trainingImages';

/** Control characters other than tab and line breaks; nobody types them, and few file formats can hold them. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

function freeText(limit: number) {
  return z
    .string()
    .max(limit, `must be at most ${limit} characters long`)
    .refine(text => !/\p{Surrogate}/u.test(text), 'must be valid Unicode')
    .refine(
      text => !CONTROL.test(text),
      'must not contain control characters other than line breaks and tabs',
    );
}

/** What a name may be, as the actions describe their inputs. */
export const NAME_RULE =
  '3 to 40 lower-case letters, digits and single dashes, starting with a letter';

/** Name of a repository, a component and the resources derived from them. */
export const nameSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/,
    'must be 3 to 40 lower-case letters, digits and dashes, starting with a letter and not ending with a dash',
  )
  .refine(name => !name.includes('--'), 'must not contain two dashes in a row');

const ENTITY_NAME = '[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?';
const entityRef = z
  .string()
  .max(200, 'must be at most 200 characters long')
  .regex(
    new RegExp(
      `^(?:[a-zA-Z][a-zA-Z0-9]{0,62}:)?(?:[a-z0-9-]{1,63}/)?${ENTITY_NAME}$`,
    ),
    'must be an entity reference like group:default/ml-platform',
  );

const decisionSchema = z.strictObject({
  answers: z.record(z.string(), z.string()),
  orchestrator: z.string().min(1, 'must not be empty'),
  overrideReason: freeText(500).optional(),
  /** The decision in words, which the template form keeps for its review step; not used here. */
  summary: z.array(z.string()).optional(),
});

/** The CI systems that starters have a configuration for. */
export const CI_SYSTEMS = ['github', 'gitlab'] as const;

/** What may start a run, besides somebody who does it by hand. */
export const TRIGGERS = ['by-hand', 'schedule', 'data-arrival'] as const;

/** A name on GitHub is stricter than one on GitLab, and there are no groups within groups. */
const GITHUB_SLUG =
  /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/** Everything a starter is generated from. */
export const starterSpecSchema = z.strictObject({
  name: nameSchema,
  owner: entityRef,
  system: entityRef.optional(),
  description: freeText(500).default(''),
  decision: decisionSchema,
  region: z.enum(REGIONS, {
    error: `must be one of ${REGIONS.join(', ')}`,
  }),
  /** Area under the ROC curve from which on a model is registered. */
  metricThreshold: z
    .number()
    .min(0.5, 'must be at least 0.5: a coin reaches that')
    .max(1, 'must be at most 1'),
  /** What starts runs; `schedule` if there is one and `by-hand` if not, when absent. */
  trigger: z
    .enum(TRIGGERS, { error: `must be one of ${TRIGGERS.join(', ')}` })
    .optional(),
  /** Cron expression in UTC, for the trigger `schedule`. */
  schedule: cronSchema.optional(),
  notificationEmail: z
    .email('must be an e-mail address')
    .max(254, 'must be at most 254 characters long')
    .optional(),
  /** Which CI the repository is made for. */
  ci: z
    .enum(CI_SYSTEMS, { error: `must be one of ${CI_SYSTEMS.join(', ')}` })
    .default('github'),
  /** `owner/repository` on GitHub or `group/project` on GitLab; absent for other destinations. */
  repoSlug: z
    .string()
    .regex(
      /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]{1,100}){1,20}$/,
      'must look like owner/repository',
    )
    .optional(),
});

/** {@link starterSpecSchema} with what concerns more than one field. */
const checkedSpecSchema = starterSpecSchema.superRefine((spec, ctx) => {
  if (
    spec.ci === 'github' &&
    spec.repoSlug &&
    !GITHUB_SLUG.test(spec.repoSlug)
  ) {
    ctx.addIssue({
      code: 'custom',
      path: ['repoSlug'],
      message: 'must look like owner/repository',
    });
  }
  const { trigger = triggerOf(spec), schedule } = spec;
  if ((trigger === 'schedule') !== (schedule !== undefined)) {
    ctx.addIssue({
      code: 'custom',
      path: ['schedule'],
      message: schedule
        ? `must be left out when the trigger is ${trigger}`
        : 'is needed when the trigger is schedule',
    });
  }
});

/** Everything a starter is generated from. */
export type StarterSpec = z.infer<typeof starterSpecSchema>;

/** What starts runs of the pipeline. */
export function triggerOf({
  trigger,
  schedule,
}: Pick<StarterSpec, 'trigger' | 'schedule'>): (typeof TRIGGERS)[number] {
  return trigger ?? (schedule ? 'schedule' : 'by-hand');
}

/** The options that decide which files a repository has: folders `@option=value` of the starter trees. */
export const choicesOf = ({ ci }: StarterSpec) => ({ ci });

/** What a person settled on. */
export type StarterDecision = StarterSpec['decision'];

/** Fields where an empty text means absent. */
const OPTIONAL_TEXT = [
  'system',
  'trigger',
  'schedule',
  'notificationEmail',
  'repoSlug',
  'ci',
] as const;

/**
 * Checks a spec. Forms leave empty text where nothing was typed, so that counts
 * as absent.
 *
 * @throws InputError whose message names every field that is wrong
 */
export function parseStarterSpec(input: object): StarterSpec {
  const candidate: Record<string, unknown> = { ...input };
  for (const field of OPTIONAL_TEXT) {
    if (candidate[field] === '' || candidate[field] === null) {
      delete candidate[field];
    }
  }
  // The scaffolder hands over frozen records without a prototype.
  const decision = candidate.decision;
  if (decision && typeof decision === 'object') {
    candidate.decision = { ...decision };
  }
  return parseFields(checkedSpecSchema, candidate);
}

/** Parses with a schema; the error names every field that is wrong. */
export function parseFields<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(
    issue => `${issue.path.join('.') || 'input'}: ${issue.message}`,
  );
  throw new InputError(problems.join('; '));
}

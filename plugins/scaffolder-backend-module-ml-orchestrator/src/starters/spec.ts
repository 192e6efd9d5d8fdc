import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { optionsSchema, withoutBlanks } from './options';

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
  /** The day on which it was decided, as `2026-05-04`. */
  decidedOn: z.iso.date('must be a day like 2026-05-04').optional(),
  /** Who decided: an entity reference, as a rule. */
  decidedBy: freeText(200).optional(),
  /** What was chosen of what the starter offers; what is left out takes the starter's default. */
  options: optionsSchema,
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
});

/** Everything a starter is generated from. */
export type StarterSpec = z.infer<typeof starterSpecSchema>;

/** What a person settled on. */
export type StarterDecision = StarterSpec['decision'];

/**
 * Checks a spec. Forms leave empty text where nothing was typed, so that counts
 * as absent.
 *
 * @throws InputError whose message names every field that is wrong
 */
export function parseStarterSpec(input: object): StarterSpec {
  // The scaffolder hands over frozen records without a prototype.
  const { options = {}, ...fields } = withoutBlanks(
    JSON.parse(JSON.stringify(input)),
  );
  const chosen =
    typeof options === 'object' && !Array.isArray(options)
      ? withoutBlanks(options as object)
      : options;
  return parseFields(checkedSpecSchema, { ...fields, options: chosen });
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

import { z } from 'zod';

/**
 * The guidance model: everything the guide says, as data. The schema checks
 * shape and types; `lintGuidance` checks meaning (dangling ids, missing
 * sources, scenarios that come out wrong, …).
 */

const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,62}$/,
    'must be lower-case letters, digits and dashes, starting with a letter (at most 63 characters)',
  );
const text = z.string().trim().min(1, 'must not be empty');
const url = z.url({
  protocol: /^https?$/,
  error: 'must be an http or https address',
});
/** A calendar day, `2026-11-23`. */
const day = z.iso.date('must be a date like 2026-11-23');

/** Where a fact of the world was read, and when. */
export const sourceSchema = z.strictObject({
  id,
  title: text,
  url,
  /** The day on which the source said so. */
  asOf: day,
});

/** `recommended`: the default choice. `allowed`: fine where it fits. `hold`: never recommended. */
export const ringSchema = z.enum(['recommended', 'allowed', 'hold']);

/** How well an orchestrator serves a criterion. */
export const ratingSchema = z.enum(['strong', 'partial', 'weak']);

/** What choosing an option says about one orchestrator. */
export const effectSchema = z.enum([
  'rules-out',
  'strongly-against',
  'against',
  'for',
  'strongly-for',
]);

const link = z.strictObject({ title: text, url });

export const orchestratorSchema = z.strictObject({
  id,
  title: text,
  /** Short name for table heads and charts; the title if absent. */
  shortTitle: text.optional(),
  ring: ringSchema,
  /** The organisation's reason for the ring; required reading when it is `hold`. */
  ringReason: text.optional(),
  /** One sentence: what it is. */
  summary: text,
  bestAt: z.array(text).min(1),
  avoidWhen: z.array(text).default([]),
  links: z.array(link).default([]),
  /** The starter the scaffolder generates for it; none if absent. */
  starter: id.optional(),
});

export const criterionGroupSchema = z.strictObject({ id, title: text });

/** What one orchestrator offers for one criterion. */
export const criterionValueSchema = z.strictObject({
  /** A few words, for the table cell. */
  value: text,
  detail: text.optional(),
  rating: ratingSchema.optional(),
  /** `false` marks a fact nobody has checked; it is shown as unverified. */
  verified: z.boolean().default(true),
  /** Ids of entries in `sources`. */
  sources: z.array(id).default([]),
});

export const criterionSchema = z.strictObject({
  id,
  group: id,
  title: text,
  description: text.optional(),
  /** The axis of the overview chart that this criterion's ratings count towards. */
  axis: z.enum(['integration', 'flexibility']).optional(),
  /** Orchestrator id → value. */
  values: z.record(id, criterionValueSchema),
});

export const evidenceSchema = z.strictObject({
  effect: effectSchema,
  because: text,
});

export const optionSchema = z.strictObject({
  id,
  label: text,
  description: text.optional(),
  /** Orchestrator id → what choosing this option says about it. */
  evidence: z.record(id, evidenceSchema).default({}),
  /** Option of a starter → the value that choosing this suggests; forms fill it in where the starter offers it. */
  implies: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), text).optional(),
});

export const questionSchema = z.strictObject({
  id,
  text,
  /** Why it is asked, in one sentence. */
  why: text,
  /** Ask only when an earlier question was answered with one of these options. */
  askWhen: z
    .strictObject({ question: id, options: z.array(id).min(1) })
    .optional(),
  options: z.array(optionSchema).min(2, 'needs at least two options'),
});

/** Question id → option id. */
export const answersSchema = z.record(z.string(), z.string());

export const scenarioSchema = z.strictObject({
  id,
  title: text,
  story: text,
  answers: answersSchema,
  /** What the engine must say; lint fails otherwise. Scenarios are the guidance's own tests. */
  expect: z
    .strictObject({
      /** Id of the orchestrator that must win. */
      orchestrator: id.optional(),
      /** The answers must contradict each other. */
      conflict: z.boolean().optional(),
      /** The margin must be small. */
      closeCall: z.boolean().optional(),
    })
    .refine(e => (e.orchestrator === undefined) === (e.conflict === true), {
      error: 'name either an orchestrator or "conflict: true"',
    }),
  reasoning: text,
});

export const termSchema = z.strictObject({
  id,
  title: text,
  definition: text,
  example: text,
});

export const muddyPointSchema = z.strictObject({
  id,
  question: text,
  answer: text,
  sources: z.array(id).default([]),
});

/** Two orchestrators used together. */
export const hybridSchema = z.strictObject({
  id,
  title: text,
  orchestrators: z.array(id).min(1),
  description: text,
  when: text,
  sources: z.array(id).default([]),
});

/** One stage of the pipeline that every starter implements, in order. */
export const pipelineStageSchema = z.strictObject({
  id,
  title: text,
  description: text,
});

export const selfCheckSchema = z.strictObject({
  id,
  question: text,
  options: z
    .array(
      z.strictObject({
        id,
        label: text,
        correct: z.boolean().default(false),
        explanation: text,
      }),
    )
    .min(2),
});

/** What a price is paid for, as the cost estimate counts it. */
export const priceComponentSchema = z.enum([
  'month',
  'run',
  'step-transition',
  'task-hour',
  'environment-hour',
  'worker-hour',
]);

export const priceSchema = z.strictObject({
  id,
  orchestrator: id,
  title: text,
  /** The way of paying that the price belongs to; prices of two offers are never added up. The title if absent. */
  offer: text.optional(),
  /** What is counted; a price without it is shown, but not calculated with. */
  component: priceComponentSchema.optional(),
  /** How many of these `usd` pays for; 1 if absent. */
  per: z.number().positive('must be more than 0').optional(),
  /** How many of these are free each month; none if absent. */
  free: z.number().nonnegative('must be 0 or more').optional(),
  /** The size of environment that the price is for. */
  environmentClass: text.optional(),
  /** AWS region code, or `any`. */
  region: text,
  /** US dollars for one `unit`; `null` means unknown: look at the pricing page. */
  usd: z.number().nonnegative().nullable(),
  /** What the price is for, such as `1,000 state transitions` or `environment hour`. */
  unit: text,
  note: text.optional(),
  source: id.optional(),
});

export const guidanceSchema = z.strictObject({
  title: text,
  /** The one idea of the guide, in a short paragraph. */
  idea: text,
  sources: z.array(sourceSchema).default([]),
  orchestrators: z.array(orchestratorSchema).min(1),
  criterionGroups: z.array(criterionGroupSchema).default([]),
  criteria: z.array(criterionSchema).default([]),
  questions: z.array(questionSchema).default([]),
  scenarios: z.array(scenarioSchema).default([]),
  terms: z.array(termSchema).default([]),
  muddyPoints: z.array(muddyPointSchema).default([]),
  hybrids: z.array(hybridSchema).default([]),
  pipelineStages: z.array(pipelineStageSchema).default([]),
  selfCheck: z.array(selfCheckSchema).default([]),
  prices: z.array(priceSchema).default([]),
});

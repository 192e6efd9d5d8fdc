import type { z } from 'zod';
import type * as schema from './schema';

/** The whole guide, checked by {@link schema.guidanceSchema}. */
export type Guidance = z.infer<typeof schema.guidanceSchema>;
/** A system that coordinates pipeline steps. */
export type Orchestrator = z.infer<typeof schema.orchestratorSchema>;
/** Lifecycle ring of an orchestrator. */
export type Ring = z.infer<typeof schema.ringSchema>;
/** How well an orchestrator serves a criterion. */
export type Rating = z.infer<typeof schema.ratingSchema>;
/** Where a fact was read, and when. */
export type Source = z.infer<typeof schema.sourceSchema>;
/** What is paid for the orchestration. */
export type Price = z.infer<typeof schema.priceSchema>;
/** What a price is paid for. */
export type PriceComponent = z.infer<typeof schema.priceComponentSchema>;
/** One row of the comparison. */
export type Criterion = z.infer<typeof schema.criterionSchema>;
/** One cell of the comparison. */
export type CriterionValue = z.infer<typeof schema.criterionValueSchema>;
/** What a person is asked. */
export type Question = z.infer<typeof schema.questionSchema>;
/** What a person may answer. */
export type Option = z.infer<typeof schema.optionSchema>;
/** How strongly an option speaks for or against an orchestrator. */
export type Effect = z.infer<typeof schema.effectSchema>;
/** What an option says about one orchestrator. */
export type Evidence = z.infer<typeof schema.evidenceSchema>;
/** A worked example with the outcome the engine must reach. */
export type Scenario = z.infer<typeof schema.scenarioSchema>;
/** Question id → option id. */
export type Answers = Readonly<Record<string, string>>;

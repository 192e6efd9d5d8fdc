import { InputError } from '@backstage/errors';
import {
  checkAnswers,
  workloadSchema,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  Answers,
  Guidance,
  Workload,
} from 'backstage-plugin-ml-orchestrator-common';
import { z } from 'zod';

/** Most nodes of a decision tree that one request may ask for. */
export const MAX_NODE_BUDGET = 1000;

const recommendBody = z.strictObject({
  answers: z.record(z.string(), z.string('must be an option id'), {
    error: 'must be an object of question ids and option ids',
  }),
});

const decisionTreeQuery = z.object({
  answers: z
    .string('give it once, as question=option,…')
    .default('')
    .transform(compact =>
      compact
        .split(',')
        .map(part => part.trim())
        .filter(Boolean),
    )
    .pipe(
      z.array(
        z.string().regex(/^[^=\s]+=[^=\s]+$/, 'must look like question=option'),
      ),
    )
    .transform(parts =>
      Object.fromEntries(
        parts.map(part => part.split('=') as [string, string]),
      ),
    ),
  nodeBudget: z
    .string('give it once, as a whole number')
    .regex(/^[1-9]\d*$/, 'must be a whole number, 1 or more')
    .transform(digits => Math.min(Number(digits), MAX_NODE_BUDGET))
    .optional(),
});

/** Reads the body of `POST /recommend`, or throws an error that names the field. */
export function readRecommendBody(body: unknown, guidance: Guidance) {
  const { answers } = read(recommendBody, body, 'body');
  return { answers: knownAnswers(answers, guidance) };
}

/** Reads the query of `GET /decision-tree`, or throws an error that names the field. */
export function readDecisionTreeQuery(query: unknown, guidance: Guidance) {
  const { answers, nodeBudget } = read(decisionTreeQuery, query, 'query');
  return { answers: knownAnswers(answers, guidance), nodeBudget };
}

/** Reads the body of `POST /estimate`, or throws an error that names the field. */
export function readEstimateBody(body: unknown): Workload {
  return read(workloadSchema, body, 'body');
}

/** Reads a value by a schema, or throws an error that names each field that is wrong. */
export function read<T>(
  schema: z.ZodType<T>,
  value: unknown,
  whole: string,
): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${path.join('.') || whole}: ${message}`,
    );
    throw new InputError(problems.join('; '));
  }
  return result.data;
}

/** The answers, or an error that names each one that the guidance does not know. */
export function knownAnswers(answers: Answers, guidance: Guidance): Answers {
  const problems = checkAnswers(guidance, answers);
  if (problems.length) {
    throw new InputError(
      problems.map(({ field, message }) => `${field}: ${message}`).join('; '),
    );
  }
  return answers;
}

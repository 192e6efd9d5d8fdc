import { z } from 'zod';

const FIELDS = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12 },
  { name: 'day of week', min: 0, max: 7 },
];

const PART = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/;

/** What is wrong with a cron expression of five numeric fields; `undefined` if it is fine. */
export function cronProblem(expression: string): string | undefined {
  const fields = expression.split(' ');
  if (fields.length !== FIELDS.length) {
    return 'must have five fields, such as "0 6 1 * *": minute, hour, day of month, month, day of week';
  }
  const wrong = FIELDS.find(
    (field, index) =>
      !fields[index]
        .split(',')
        .every(part => partFits(part, field.min, field.max)),
  );
  // Cron means "either" by that, and EventBridge schedules cannot say it.
  if (!wrong && fields[2] !== '*' && fields[4] !== '*') {
    return 'must leave the day of month or the day of week at *';
  }
  return wrong
    ? `has a wrong ${wrong.name}: use *, or numbers from ${wrong.min} to ${wrong.max}, with ranges, lists and steps`
    : undefined;
}

function partFits(part: string, min: number, max: number): boolean {
  const match = PART.exec(part);
  if (!match) {
    return false;
  }
  const [first, last, step] = match
    .slice(1)
    .map(digits => (digits === undefined ? undefined : Number(digits)));
  const inRange = (value?: number) =>
    value === undefined || (value >= min && value <= max);
  return (
    inRange(first) &&
    inRange(last) &&
    (last === undefined || first! <= last) &&
    step !== 0
  );
}

/** A cron expression of five numeric fields: the form that EventBridge, SageMaker and Airflow schedules can all be made from. */
export const cronSchema = z
  .string()
  .max(100, 'must be at most 100 characters long')
  .superRefine((expression, ctx) => {
    const problem = cronProblem(expression);
    if (problem) {
      ctx.addIssue({ code: 'custom', message: problem });
    }
  });

import {
  DEFAULT_WORKLOAD,
  REGION_PATTERN,
  WORKLOAD_LIMITS,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Workload } from 'backstage-plugin-ml-orchestrator-common';

/** A field of the workload. */
export type WorkloadField = keyof Workload;

/** The fields in the order of the form. */
export const WORKLOAD_FIELDS = Object.keys(DEFAULT_WORKLOAD) as WorkloadField[];

/** Whether a field holds a number; its limits, if so. */
export function limitsOf(field: WorkloadField) {
  return field in WORKLOAD_LIMITS
    ? WORKLOAD_LIMITS[field as keyof typeof WORKLOAD_LIMITS]
    : undefined;
}

/** What stands in the fields: what was typed, or else the defaults. */
export function readForm(
  query: URLSearchParams,
): Record<WorkloadField, string> {
  return Object.fromEntries(
    WORKLOAD_FIELDS.map(field => [
      field,
      query.get(field) ?? String(DEFAULT_WORKLOAD[field]),
    ]),
  ) as Record<WorkloadField, string>;
}

/** The query that {@link readForm} reads; defaults are left out. */
export function formQuery(
  form: Readonly<Record<WorkloadField, string>>,
): string {
  return new URLSearchParams(
    WORKLOAD_FIELDS.filter(
      field => form[field] !== String(DEFAULT_WORKLOAD[field]),
    ).map(field => [field, form[field]]),
  ).toString();
}

/** The workload that the fields describe, or the fields that keep it from being one. */
export function parseForm(
  form: Readonly<Record<WorkloadField, string>>,
): { workload: Workload } | { wrong: WorkloadField[] } {
  const wrong = WORKLOAD_FIELDS.filter(field => !holds(field, form[field]));
  if (wrong.length > 0) {
    return { wrong };
  }
  const entries = WORKLOAD_FIELDS.map(field => [
    field,
    limitsOf(field) ? Number(form[field]) : form[field].trim(),
  ]);
  return { workload: Object.fromEntries(entries) };
}

/** Whether a field holds something usable; an empty one does not. */
function holds(field: WorkloadField, typed: string): boolean {
  const value = typed.trim();
  const limits = limitsOf(field);
  if (!limits) {
    return field === 'region' ? REGION_PATTERN.test(value) : value !== '';
  }
  const number = Number(value);
  return (
    value !== '' &&
    number >= limits.least &&
    number <= limits.most &&
    (!limits.whole || Number.isInteger(number))
  );
}

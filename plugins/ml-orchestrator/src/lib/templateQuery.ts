import type { DecisionValue } from './decisionValue';

/** The template that creates a repository. */
export const PIPELINE_TEMPLATE = {
  namespace: 'default',
  templateName: 'ml-pipeline',
} as const;

/** The query that fills in the template's form with a decision. */
export function templateQuery(decision: DecisionValue): string {
  return `?${new URLSearchParams({
    formData: JSON.stringify({ decision }),
  })}`;
}

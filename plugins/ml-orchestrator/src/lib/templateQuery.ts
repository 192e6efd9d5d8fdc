import type { DecisionValue } from './decisionValue';

/** The template that creates a repository. */
export const PIPELINE_TEMPLATE = {
  namespace: 'default',
  templateName: 'ml-pipeline',
} as const;

/** The template that links an existing pipeline. */
export const LINK_TEMPLATE = {
  namespace: 'default',
  templateName: 'link-ml-pipeline',
} as const;

/** The query that chooses the entity in the form of {@link LINK_TEMPLATE}. */
export function linkTemplateQuery(entityRef: string): string {
  return `?${new URLSearchParams({
    formData: JSON.stringify({ entity: entityRef }),
  })}`;
}

/** The query that fills in the template's form with a decision. */
export function templateQuery(decision: DecisionValue): string {
  return `?${new URLSearchParams({
    formData: JSON.stringify({ decision }),
  })}`;
}

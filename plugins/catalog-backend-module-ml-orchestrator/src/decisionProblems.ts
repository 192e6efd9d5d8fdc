import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ANSWERS,
  ANNOTATION_ORCHESTRATOR,
  checkAnswers,
  parseAnswers,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';

/** Whether the guidance has an orchestrator of this id. */
export function knowsOrchestrator(guidance: Guidance, id: string): boolean {
  return guidance.orchestrators.some(orchestrator => orchestrator.id === id);
}

/** What is wrong with the decision annotations of an entity, for a person to put right. */
export function decisionProblems(entity: Entity, guidance: Guidance): string[] {
  const annotations = entity.metadata.annotations ?? {};
  const problems: string[] = [];

  const orchestrator = annotations[ANNOTATION_ORCHESTRATOR]?.trim();
  if (orchestrator && !knowsOrchestrator(guidance, orchestrator)) {
    const known = guidance.orchestrators.map(({ id }) => id).join(', ');
    problems.push(
      `Annotation ${ANNOTATION_ORCHESTRATOR}: unknown orchestrator "${orchestrator}"; known are: ${known}`,
    );
  }

  const answers = annotations[ANNOTATION_ANSWERS];
  for (const part of (answers ?? '').split(',')) {
    if (part.trim() && Object.keys(parseAnswers(part)).length === 0) {
      problems.push(
        `Annotation ${ANNOTATION_ANSWERS}: "${part.trim()}" is not of the form question=option`,
      );
    }
  }
  for (const { message } of checkAnswers(guidance, parseAnswers(answers))) {
    problems.push(`Annotation ${ANNOTATION_ANSWERS}: ${message}`);
  }
  return problems;
}

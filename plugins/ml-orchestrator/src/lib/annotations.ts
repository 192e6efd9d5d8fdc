import {
  ANNOTATION_ANSWERS,
  ANNOTATION_ORCHESTRATOR,
  formatAnswers,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Answers } from 'backstage-plugin-ml-orchestrator-common';

/** What to put into a `catalog-info.yaml` to link an entity to its orchestrator. */
export function annotationsYaml(
  orchestrator: string,
  answers: Answers,
): string {
  // JSON strings are YAML strings, whatever is in them.
  return [
    'metadata:',
    '  annotations:',
    `    ${ANNOTATION_ORCHESTRATOR}: ${JSON.stringify(orchestrator)}`,
    `    ${ANNOTATION_ANSWERS}: ${JSON.stringify(formatAnswers(answers))}`,
    '',
  ].join('\n');
}

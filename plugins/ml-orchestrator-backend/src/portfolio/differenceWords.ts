import { orchestratorTitle } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Evidence,
  Guidance,
  GuidanceDifference,
} from 'backstage-plugin-ml-orchestrator-common';

const EFFECTS: Record<Evidence['effect'], string> = {
  'rules-out': 'rules it out',
  'strongly-against': 'strongly against it',
  against: 'against it',
  for: 'for it',
  'strongly-for': 'strongly for it',
};

/** What changed in the guidance as the end of a sentence. What is gone from it is called by its id. */
export function differenceWords(
  difference: GuidanceDifference,
  guidance: Guidance,
): string {
  const title = (id: string) => orchestratorTitle(guidance, id);
  const find = (id: string) => guidance.questions.find(q => q.id === id);
  const question = (id: string) => `“${find(id)?.text ?? id}”`;
  const option = (of: string, id: string) =>
    `“${find(of)?.options.find(o => o.id === id)?.label ?? id}”`;
  switch (difference.kind) {
    case 'orchestrator-added':
      return `${title(difference.orchestrator)} was added`;
    case 'orchestrator-removed':
      return `${title(difference.orchestrator)} was taken out`;
    case 'ring': {
      const { orchestrator, before, after, because } = difference;
      const why = because ? ` (${because})` : '';
      return `${title(orchestrator)} went from ${before} to ${after}${why}`;
    }
    case 'question-added':
      return `${question(difference.question)} is asked now`;
    case 'question-removed':
      return `${question(difference.question)} is not asked any more`;
    case 'option-added':
    case 'option-removed': {
      const can =
        difference.kind === 'option-added' ? 'can now' : 'can no longer';
      return `${option(
        difference.question,
        difference.option,
      )} ${can} be answered to ${question(difference.question)}`;
    }
    case 'applies':
      return `the answer to ${question(difference.question)} ${
        difference.after ? 'counts now' : 'does not count any more'
      }`;
    case 'evidence': {
      const { before, after, orchestrator } = difference;
      const says = (evidence?: Evidence) =>
        evidence ? EFFECTS[evidence.effect] : 'nothing';
      return `${option(
        difference.question,
        difference.option,
      )} now says of ${title(orchestrator)}: ${says(after)} (before: ${says(
        before,
      )})`;
    }
    default:
      return 'the orchestrators come in another order, which decides a tie';
  }
}

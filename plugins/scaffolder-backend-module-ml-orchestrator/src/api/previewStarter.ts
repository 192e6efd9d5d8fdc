import { InputError } from '@backstage/errors';
import type {
  Guidance,
  StarterPreview,
} from 'backstage-plugin-ml-orchestrator-common';
import {
  checkStarterChoice,
  parseStarterSpec,
  planStarter,
  type StarterTrees,
  withDecisionMade,
} from '../starters';

/** Stands for what somebody has not filled in yet. */
const PLACEHOLDERS = {
  name: 'your-pipeline',
  owner: 'group:default/your-team',
};
const PLACEHOLDER_REGION = 'eu-central-1';

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '';

/**
 * The files that a spec would give, as filled in so far. Only the decision has to
 * be there: without it nobody knows which starter is meant.
 *
 * @throws InputError whose message names every field that is wrong
 */
export function previewStarter(
  input: object,
  context: { guidance: Guidance; trees: StarterTrees; user?: string },
): StarterPreview {
  const fields = input as Record<string, unknown>;
  if (isBlank(fields.decision)) {
    throw new InputError('decision: choose an orchestrator first');
  }
  const assumed: string[] = Object.keys(PLACEHOLDERS).filter(name =>
    isBlank(fields[name]),
  );
  const spec = parseStarterSpec({
    ...withDecisionMade(fields, context.user),
    ...Object.fromEntries(
      Object.entries(PLACEHOLDERS).filter(([name]) => assumed.includes(name)),
    ),
  });
  const decision = checkStarterChoice(context.guidance, spec.decision);
  const starter = context.trees.starters.get(decision.starter);
  if (starter?.offers.offers.region && !spec.options.region) {
    spec.options.region = PLACEHOLDER_REGION;
    assumed.push('options.region');
  }
  const files = planStarter(spec, { ...context, decision });
  return {
    files: files.map(({ path, content, reason, when }) => ({
      path,
      content: content.toString('utf8'),
      reason,
      when,
    })),
    assumed,
  };
}

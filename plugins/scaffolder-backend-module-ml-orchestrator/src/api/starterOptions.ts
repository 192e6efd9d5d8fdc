import type {
  Guidance,
  OptionProblem,
  StarterOptionsForm,
} from 'backstage-plugin-ml-orchestrator-common';
import { InputError } from '@backstage/errors';
import {
  checkStarterChoice,
  offerProblems,
  optionsForm,
  optionsSchema,
  parseFields,
  starterSpecSchema,
  withoutBlanks,
  type Offers,
  type StarterTrees,
} from '../starters';

/**
 * The form for the options of the starter that a decision leads to, and what is
 * wrong with the options chosen so far.
 *
 * @throws InputError if there is no decision, or one that the guidance does not know
 */
export function starterOptions(
  spec: Record<string, unknown>,
  { guidance, trees }: { guidance: Guidance; trees: StarterTrees },
): StarterOptionsForm {
  if (!spec.decision) {
    throw new InputError('decision: choose an orchestrator first');
  }
  const { decision: chosen } = parseFields(
    starterSpecSchema.pick({ decision: true }),
    { decision: spec.decision },
  );
  const decision = checkStarterChoice(guidance, chosen);
  const starter = trees.starters.get(decision.starter);
  if (!starter) {
    throw new InputError(
      `decision.orchestrator: there is no starter "${decision.starter}"`,
    );
  }
  const { offers } = starter;
  return {
    ...optionsForm(decision.starter, offers, {
      guidance,
      answers: decision.answers,
    }),
    problems: problemsOf(spec.options ?? {}, decision.starter, offers),
  };
}

function problemsOf(
  options: unknown,
  starter: string,
  offers: Offers,
): OptionProblem[] {
  if (typeof options !== 'object' || !options || Array.isArray(options)) {
    throw new InputError('options: must be an object');
  }
  const { data, error } = optionsSchema.safeParse(withoutBlanks(options));
  return error
    ? error.issues.map(
        ({ path: [option = 'options', ...within], message }) => ({
          option: String(option),
          message: [...within.map(inWords), message].join(': '),
        }),
      )
    : offerProblems(data, starter, offers);
}

/** Where in a list something is wrong, counted as people do. */
function inWords(part: PropertyKey): string {
  return typeof part === 'number' ? `number ${part + 1}` : String(part);
}

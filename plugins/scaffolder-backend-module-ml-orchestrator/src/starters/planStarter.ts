import { InputError } from '@backstage/errors';
import {
  decisionRecord,
  formatAnswers,
  type Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { version } from '../../package.json';
import type { StarterChoice } from './checkDecision';
import { codeOwner } from './codeOwner';
import { Encoded } from './encoders';
import { generatorStamp } from './generatorStamp';
import {
  completeOptions,
  offerProblems,
  optionTable,
  type StarterOptions,
} from './options';
import { render } from './render';
import type { StarterSpec } from './spec';
import { inferenceImage, trainingImage } from './images';
import { filesOf, type StarterTrees, type TreeFile } from './trees';

/** One file of a generated repository. */
export interface StarterFile {
  /** Relative, with forward slashes. */
  path: string;
  content: Buffer;
  executable: boolean;
  /** Why it is there, in a few words. */
  reason: string;
  /** Option → value: the choices that it is there for; empty if it always is. */
  when: Record<string, string>;
}

/** What a starter is planned from, besides its spec. */
export interface StarterPlanContext {
  guidance: Guidance;
  decision: StarterChoice;
  trees: StarterTrees;
}

/**
 * The files of a starter, sorted by path; refuses options that the starter does not
 * offer. Pure: nothing is read, written or
 * taken from the clock, so the same spec always gives the same bytes.
 */
export function planStarter(
  spec: StarterSpec,
  context: StarterPlanContext,
): StarterFile[] {
  const { decision, trees } = context;
  const own = trees.starters.get(decision.starter);
  if (!own) {
    throw new InputError(
      `decision.orchestrator: "${
        decision.orchestrator.id
      }" names the starter "${
        decision.starter
      }", which does not exist; known are: ${[...trees.starters.keys()]
        .sort()
        .join(', ')}`,
    );
  }
  const problems = offerProblems(spec.options, decision.starter, own.offers);
  if (problems.length > 0) {
    throw new InputError(
      problems.map(p => `options.${p.option}: ${p.message}`).join('; '),
    );
  }
  const complete = {
    ...spec,
    options: completeOptions(spec.options, own.offers),
  };
  const variables = templateVariables(complete, context);
  // A starter's own file replaces the shared one of the same path, and one for a choice that for every choice.
  const choices = choicesOf(complete);
  const files = new Map(
    filesOf(trees, own)
      .filter(file => isChosen(file, choices))
      .sort((a, b) => choiceCount(a) - choiceCount(b))
      .map(file => [file.path, file]),
  );
  return [...files.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(file => ({
      path: file.path,
      content: file.template ? renderFile(file, variables) : file.content,
      executable: file.path.endsWith('.sh'),
      reason: file.reason,
      when: Object.fromEntries(
        Object.keys(file.when).map(name => [name, String(choices[name])]),
      ),
    }));
}

function choiceCount({ when }: TreeFile): number {
  return Object.keys(when).length;
}

/** What decides which files a repository has: folders `@option=value` of the trees. */
function choicesOf({ ci, options }: StarterSpec): Record<string, unknown> {
  return { ...options, ci };
}

function isChosen({ path, when }: TreeFile, choices: Record<string, unknown>) {
  const unknown = Object.keys(when).find(
    option => option !== 'ci' && optionTable.get(option)?.kind !== 'choice',
  );
  if (unknown) {
    throw new Error(
      `Starter file ${path} is for an unknown option: ${unknown}`,
    );
  }
  return Object.entries(when).every(([option, values]) =>
    values.includes(String(choices[option])),
  );
}

function renderFile(
  file: TreeFile,
  variables: Record<string, unknown>,
): Buffer {
  try {
    return Buffer.from(render(file.content.toString('utf8'), variables));
  } catch (error) {
    throw new Error(`Starter file ${file.path} could not be rendered`, {
      cause: error,
    });
  }
}

/** Templates ask for options by name, also for those that were left out. */
const absentOptions = Object.fromEntries(
  [...optionTable.keys()].map(name => [name, undefined]),
);

/** The container images, for starters that have a region to take them from. */
function images({ region, framework }: StarterOptions) {
  return region && framework
    ? {
        trainingImage: trainingImage(region, framework),
        inferenceImage: inferenceImage(region, framework),
      }
    : { trainingImage: undefined, inferenceImage: undefined };
}

function templateVariables(
  spec: StarterSpec,
  { guidance, decision }: StarterPlanContext,
): Record<string, unknown> {
  const { orchestrator, answers, overrideReason } = decision;
  const { options } = spec;
  return {
    name: spec.name,
    description:
      spec.description.trim() === ''
        ? `Machine learning pipeline on ${orchestrator.title}`
        : spec.description,
    owner: spec.owner,
    system: spec.system,
    ...absentOptions,
    ...options,
    ci: spec.ci,
    repoSlug: spec.repoSlug,
    ...images(options),
    codeOwner: codeOwner(spec),
    stamp: generatorStamp(spec, decision.starter, version),
    orchestratorId: orchestrator.id,
    orchestratorTitle: orchestrator.title,
    answersAnnotation: formatAnswers(answers),
    overrideReason,
    decidedOn: spec.decidedOn,
    decidedBy: spec.decidedBy,
    decisionRecord: new Encoded(
      decisionRecord({
        guidance,
        answers,
        orchestrator: orchestrator.id,
        overrideReason,
        subject: spec.name,
        date: spec.decidedOn,
      }).trimEnd(),
    ),
  };
}

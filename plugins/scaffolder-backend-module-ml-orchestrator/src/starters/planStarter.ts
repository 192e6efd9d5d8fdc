import { InputError } from '@backstage/errors';
import {
  decisionRecord,
  formatAnswers,
  type Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { version } from '../../package.json';
import type { CheckedDecision } from './checkDecision';
import { codeOwner } from './codeOwner';
import { Encoded } from './encoders';
import { generatorStamp } from './generatorStamp';
import { optionProblem } from './optionProblem';
import { render } from './render';
import { choicesOf, triggerOf, type StarterSpec } from './spec';
import { trainingImage } from './trainingImages';
import type { StarterTrees, TreeFile } from './trees';

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
  decision: CheckedDecision;
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
  const problem = optionProblem(spec, decision.starter);
  if (problem) {
    throw new InputError(problem);
  }
  const variables = templateVariables(spec, context);
  // A starter's own file replaces the shared one of the same path, and one for a choice that for every choice.
  const choices = choicesOf(spec);
  const files = new Map(
    [...trees.shared, ...own]
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
      when: file.when,
    }));
}

function choiceCount({ when }: TreeFile): number {
  return Object.keys(when).length;
}

function isChosen({ path, when }: TreeFile, choices: Record<string, string>) {
  const unknown = Object.keys(when).find(option => !(option in choices));
  if (unknown) {
    throw new Error(
      `Starter file ${path} is for an unknown option: ${unknown}`,
    );
  }
  return Object.entries(when).every(
    ([option, value]) => choices[option] === value,
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

function templateVariables(
  spec: StarterSpec,
  { guidance, decision }: StarterPlanContext,
): Record<string, unknown> {
  const { orchestrator, answers, overrideReason } = decision;
  return {
    name: spec.name,
    description:
      spec.description.trim() === ''
        ? `Machine learning pipeline on ${orchestrator.title}`
        : spec.description,
    owner: spec.owner,
    system: spec.system,
    region: spec.region,
    metricThreshold: spec.metricThreshold,
    trigger: triggerOf(spec),
    schedule: spec.schedule,
    notificationEmail: spec.notificationEmail,
    repoSlug: spec.repoSlug,
    ...choicesOf(spec),
    trainingImage: trainingImage(spec.region),
    codeOwner: codeOwner(spec),
    stamp: generatorStamp(spec, decision.starter, version),
    orchestratorId: orchestrator.id,
    orchestratorTitle: orchestrator.title,
    answersAnnotation: formatAnswers(answers),
    overrideReason,
    decisionRecord: new Encoded(
      decisionRecord({
        guidance,
        answers,
        orchestrator: orchestrator.id,
        overrideReason,
        subject: spec.name,
      }).trimEnd(),
    ),
  };
}

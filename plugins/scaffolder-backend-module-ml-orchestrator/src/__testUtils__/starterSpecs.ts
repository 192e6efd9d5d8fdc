import { make } from 'covertable';
import { CI_SYSTEMS, type StarterSpec } from '../starters';
import { triggerOf } from '../starters/spec';
import { decisions, fullSpec, minimalSpec } from './starters';

/** What can be chosen, with the values that the starters suite tries. */
const factors = (starters: string[]) => ({
  starter: starters,
  ci: [...CI_SYSTEMS],
  /** Text in each optional field that every format would trip over, or nothing optional at all. */
  text: ['nasty', 'least'],
  starts: ['by clock', 'by hand', 'on data'],
});

type Row = {
  starter: string;
  ci: StarterSpec['ci'];
  text: 'nasty' | 'least';
  starts: 'by clock' | 'by hand' | 'on data';
};

/** Not every starter offers to start runs when data arrives. */
const isOffered = ({ starter, starts }: Partial<Row>) =>
  starts !== 'on data' || starter === undefined || starter === 'step-functions';

function product(choices: Record<string, readonly string[]>): Row[] {
  return Object.entries(choices).reduce<Record<string, string>[]>(
    (rows, [name, values]) =>
      rows.flatMap(row => values.map(value => ({ ...row, [name]: value }))),
    [{}],
  ) as unknown as Row[];
}

function toSpec({ starter, ci, text, starts }: Row): StarterSpec {
  const decision = decisions[starter];
  const choices = {
    decision,
    ci,
    schedule: starts === 'by clock' ? '0 6 1 * *' : undefined,
    ...(starts === 'on data' ? { trigger: 'data-arrival' as const } : {}),
  };
  return text === 'nasty' ? fullSpec(choices) : minimalSpec(choices);
}

/**
 * Specs in which every two choices meet at least once, or with `all` every
 * combination. The same on every run.
 */
export function starterSpecs(
  starters: string[],
  { all = false } = {},
): StarterSpec[] {
  const choices = factors(starters);
  const rows = all
    ? product(choices).filter(isOffered)
    : (make(choices, { preFilter: isOffered }) as Row[]);
  return rows.map(toSpec);
}

/** What was chosen, in words. */
export function specName(spec: StarterSpec): string {
  return [
    spec.decision.orchestrator,
    spec.ci,
    triggerOf(spec),
    spec.system ? 'nasty text' : 'least',
  ].join(', ');
}

import { make } from 'covertable';
import { CI_SYSTEMS, type StarterSpec } from '../starters';
import { optionProblem } from '../starters/optionProblem';
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

/** Whether a starter offers what is chosen; rows come half made as well. */
const isOffered = ({ starter = '', starts }: Partial<Row>) =>
  optionProblem(startOf(starts), starter) === undefined;

/** What starts the runs, as a spec says it. */
function startOf(
  starts?: Row['starts'],
): Pick<StarterSpec, 'trigger' | 'schedule'> {
  switch (starts) {
    case 'by clock':
      return { schedule: '0 6 1 * *' };
    case 'on data':
      return { schedule: undefined, trigger: 'data-arrival' };
    default:
      return { schedule: undefined };
  }
}

function product(choices: Record<string, readonly string[]>): Row[] {
  return Object.entries(choices).reduce<Record<string, string>[]>(
    (rows, [name, values]) =>
      rows.flatMap(row => values.map(value => ({ ...row, [name]: value }))),
    [{}],
  ) as unknown as Row[];
}

function toSpec({ starter, ci, text, starts }: Row): StarterSpec {
  const choices = { decision: decisions[starter], ci, ...startOf(starts) };
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

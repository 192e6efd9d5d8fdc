import { make } from 'covertable';
import { CI_SYSTEMS, type StarterSpec } from '../starters';
import { decisions, fullSpec, minimalSpec } from './starters';

/** What can be chosen, with the values that the starters suite tries. */
const factors = (starters: string[]) => ({
  starter: starters,
  ci: [...CI_SYSTEMS],
  /** Text in each optional field that every format would trip over, or nothing optional at all. */
  text: ['nasty', 'least'],
  schedule: ['by clock', 'by hand'],
});

type Row = {
  starter: string;
  ci: StarterSpec['ci'];
  text: 'nasty' | 'least';
  schedule: 'by clock' | 'by hand';
};

function product(choices: Record<string, readonly string[]>): Row[] {
  return Object.entries(choices).reduce<Record<string, string>[]>(
    (rows, [name, values]) =>
      rows.flatMap(row => values.map(value => ({ ...row, [name]: value }))),
    [{}],
  ) as unknown as Row[];
}

function toSpec({ starter, ci, text, schedule }: Row): StarterSpec {
  const decision = decisions[starter];
  const cron = schedule === 'by clock' ? '0 6 1 * *' : undefined;
  return text === 'nasty'
    ? fullSpec({ decision, ci, schedule: cron })
    : minimalSpec({ decision, ci, schedule: cron });
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
  const rows = all ? product(choices) : (make(choices) as Row[]);
  return rows.map(toSpec);
}

/** What was chosen, in words. */
export function specName(spec: StarterSpec): string {
  return [
    spec.decision.orchestrator,
    spec.ci,
    spec.schedule ? 'by clock' : 'by hand',
    spec.system ? 'nasty text' : 'least',
  ].join(', ');
}

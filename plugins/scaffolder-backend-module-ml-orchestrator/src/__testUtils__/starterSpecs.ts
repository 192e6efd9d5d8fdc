import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { make } from 'covertable';
import { parse } from 'yaml';
import {
  CI_SYSTEMS,
  offerProblems,
  optionTable,
  type StarterOptions,
  type StarterSpec,
} from '../starters';
import { OFFERS_FILE, offersSchema } from '../starters/options';
import { decisions, fullSpec, minimalSpec } from './starters';

/** Choices of one combination: `starter`, `ci`, `text`, and the options that are choices. */
type Row = Record<string, string>;

/** What decides which files a repository has. The rest is configuration: each repository's own tests try every value of it. */
const FILE_CHOICES = ['starter', 'ci', 'text', 'framework'];

/** What can be chosen, with the values that the starters suite tries. */
const factors = (starters: string[]): Record<string, string[]> => ({
  starter: starters,
  ci: [...CI_SYSTEMS],
  /** Text in each optional field that every format would trip over, or nothing optional at all. */
  text: ['nasty', 'least'],
  ...Object.fromEntries(
    [...optionTable].flatMap(([name, option]) =>
      option.kind === 'choice' && name !== 'region'
        ? [[name, Object.keys(option.values)]]
        : [],
    ),
  ),
});

/** Options of a combination, with what belongs to a choice. */
function optionsOf({ starter, ci, text, ...choices }: Row): StarterOptions {
  return {
    ...choices,
    ...(choices.trigger === 'schedule' ? { schedule: '0 6 1 * *' } : {}),
    ...(choices.approval === 'automatic' ? { autoApproveThreshold: 0.9 } : {}),
  };
}

/** What a starter of this package offers; read at once, because tests are named before anything can be waited for. */
function offersOf(starter: string) {
  const file = join(__dirname, '../../starters', starter, OFFERS_FILE);
  return offersSchema.parse(parse(readFileSync(file, 'utf8')));
}

/** Whether a starter offers what is chosen; rows come half made as well. */
function isOfferedBy(starters: string[]) {
  const offers = new Map(starters.map(id => [id, offersOf(id)]));
  return (row: Row) => {
    const own = offers.get(row.starter);
    const options = { region: 'us-east-1', ...optionsOf(row) } as const;
    return !own || offerProblems(options, row.starter, own).length === 0;
  };
}

function product(choices: Record<string, string[]>): Row[] {
  return Object.entries(choices).reduce<Row[]>(
    (rows, [name, values]) =>
      rows.flatMap(row => values.map(value => ({ ...row, [name]: value }))),
    [{}],
  );
}

function toSpec(row: Row): StarterSpec {
  const { starter, ci, text } = row;
  const spec = text === 'nasty' ? fullSpec() : minimalSpec();
  const { trigger: _, schedule: __, ...free } = spec.options;
  return {
    ...spec,
    decision: decisions[starter],
    ci: ci as StarterSpec['ci'],
    options: { ...free, ...optionsOf(row) },
  };
}

/**
 * Specs in which every two choices meet at least once, or with `all` every
 * combination of what decides which files there are. The same on every run.
 */
export function starterSpecs(
  starters: string[],
  { all = false } = {},
): StarterSpec[] {
  const choices = factors(starters);
  const isOffered = isOfferedBy(starters);
  const pairs = make(choices, { preFilter: isOffered }) as Row[];
  if (!all) {
    return pairs.map(toSpec);
  }
  const files = Object.fromEntries(
    FILE_CHOICES.map(name => [name, choices[name]]),
  );
  return product(files)
    .map((row, index) => ({ ...pairs[index % pairs.length], ...row }))
    .filter(isOffered)
    .map(toSpec);
}

/** What was chosen, in words. */
export function specName({ decision, ci, system, options }: StarterSpec) {
  const { framework, trigger, approval, serving } = options;
  return [
    decision.orchestrator,
    framework,
    ci,
    trigger,
    `${approval} approval`,
    `serving ${serving}`,
    system ? 'nasty text' : 'least',
  ].join(', ');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { make } from 'covertable';
import { parse } from 'yaml';
import {
  CI_SYSTEMS,
  optionTable,
  type StarterOptions,
  type StarterSpec,
} from '../starters';
import {
  exclusionOf,
  OFFERS_FILE,
  offeredValues,
  offersSchema,
} from '../starters/options';
import { decisions, fullSpec, minimalSpec } from './starters';

/** Choices of one combination: `starter`, `ci`, `text`, and the options that are choices. */
type Row = Record<string, string>;

/** Choices that decide which files a repository has, for every starter. */
const COMMON = ['starter', 'ci', 'text', 'framework'];

/** The same, with values that differ between starters. All other choices are configuration: each repository's own tests try every value of them. */
const PARTICULAR = ['source', 'airflowVersion', 'dataScienceSdk'];

/** The choices that all starters have, with the values that the starters suite tries. */
const commonFactors = (starters: string[]): Record<string, string[]> => ({
  starter: starters,
  ci: [...CI_SYSTEMS],
  /** Text in each optional field that every format would trip over, or nothing optional at all. */
  text: ['nasty', 'least'],
  framework: offeredValues(offersOf(starters[0]), 'framework')!,
});

/** What a starter offers besides, that is a choice. */
function ownFactors(starter: string): Record<string, string[]> {
  const offers = offersOf(starter);
  return Object.fromEntries(
    [...optionTable.keys()]
      .filter(name => name !== 'region' && !COMMON.includes(name))
      .map(name => [name, offeredValues(offers, name) ?? []] as const)
      .filter(([, values]) => values.length > 0),
  );
}

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

function product(choices: Record<string, string[]>): Row[] {
  return Object.entries(choices).reduce<Row[]>(
    (rows, [name, values]) =>
      rows.flatMap(row => values.map(value => ({ ...row, [name]: value }))),
    [{}],
  );
}

/** Whether an option is typed or picked at will, and belongs to no choice. */
function isFree(name: string): boolean {
  const { kind, when } = optionTable.get(name)!;
  return name === 'region' || (kind !== 'choice' && !when);
}

function toSpec(row: Row): StarterSpec {
  const { starter, ci, text } = row;
  const spec = text === 'nasty' ? fullSpec() : minimalSpec();
  const free = Object.entries(spec.options).filter(([name]) => isFree(name));
  return {
    ...spec,
    decision: decisions[starter],
    ci: ci as StarterSpec['ci'],
    options: { ...Object.fromEntries(free), ...optionsOf(row) },
  };
}

/**
 * Specs in which every two choices that all starters have meet at least once, and each
 * starter takes each value of what is particular to it at least once; or with `all` every
 * combination of what decides which files there are. The same on every run.
 */
export function starterSpecs(
  starters: string[],
  { all = false } = {},
): StarterSpec[] {
  const common = commonFactors(starters);
  const pairs: Row[] = all ? product(common) : (make(common) as Row[]);
  return starters.flatMap(starter => {
    const own = ownFactors(starter);
    const rows = pairs.filter(row => row.starter === starter);
    const files = Object.entries(own).filter(([name]) =>
      PARTICULAR.includes(name),
    );
    const products = all ? product(Object.fromEntries(files)) : [{}];
    // As many as the choice with the most values has, so that each is taken.
    const count = all
      ? rows.length
      : Math.max(rows.length, ...files.map(([, values]) => values.length));
    return Array.from({ length: count }, (_, i) => rows[i % rows.length])
      .flatMap(row => products.map(particular => ({ ...row, ...particular })))
      .map((row, index) =>
        toSpec(goingTogether({ ...turn(own, index), ...row }, own)),
      );
  });
}

/** What does not go with another choice gives way to the first value that does. */
function goingTogether(row: Row, choices: Record<string, string[]>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      [value, ...(choices[name] ?? [])].find(
        one => !exclusionOf(name, one, row),
      )!,
    ]),
  );
}

/** Takes the values of each choice in turns, each choice one behind the one before it. */
function turn(choices: Record<string, string[]>, index: number): Row {
  return Object.fromEntries(
    Object.entries(choices).map(([name, values], shift) => [
      name,
      values.at((index - shift) % values.length)!,
    ]),
  );
}

/** What was chosen, in words. */
export function specName({ decision, ci, system, options }: StarterSpec) {
  const { framework, source, airflowVersion, dataScienceSdk } = options;
  return [
    decision.orchestrator,
    airflowVersion,
    framework,
    source && `from ${source}`,
    dataScienceSdk === 'on' && 'data science sdk',
    ci,
    options.trigger,
    options.approval && `${options.approval} approval`,
    options.serving && `serving ${options.serving}`,
    options.segments === 'on' && 'segments',
    system ? 'nasty text' : 'least',
  ]
    .filter(Boolean)
    .join(', ');
}

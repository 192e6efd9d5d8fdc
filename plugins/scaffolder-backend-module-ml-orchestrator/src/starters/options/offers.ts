import { z } from 'zod';
import { exclusionProblems } from './exclusions';
import { optionTable } from './optionTable';
import { valueOf, type StarterOptions } from './optionsSchema';
import type { OptionProblem } from 'backstage-plugin-ml-orchestrator-common';

/** In the root of a starter's tree: what it is laid over, and which options it offers. */
export const OFFERS_FILE = 'options.yaml';

const text = z.string().min(1, 'must not be empty');

/** Content of `options.yaml`. */
export const offersSchema = z
  .strictObject({
    /** Trees that lie between what all starters share and the starter's own files. */
    layers: z.array(text).default([]),
    /** Option → `true`, or the values of a choice that the starter offers. What is not named is not offered. */
    offers: z.record(
      z.string(),
      z.union([z.literal(true), z.array(text).min(1)]),
    ),
    /** Option → value → why it is not offered, where somebody would expect it. */
    refuses: z.record(z.string(), z.record(z.string(), text)).default({}),
  })
  .superRefine(({ offers, refuses }, ctx) => {
    const check = (part: string, name: string, values: string[]) => {
      const option = optionTable.get(name);
      const known = option?.kind === 'choice' ? Object.keys(option.values) : [];
      const unknown = values.filter(value => !known.includes(value));
      if (!option || unknown.length > 0) {
        ctx.addIssue({
          code: 'custom',
          path: [part, name],
          message: option
            ? `has no value ${unknown.join(', ')}`
            : `is no option; options are ${[...optionTable.keys()].join(', ')}`,
        });
      }
    };
    for (const [name, values] of Object.entries(offers)) {
      check('offers', name, values === true ? [] : values);
    }
    for (const [name, values] of Object.entries(refuses)) {
      check('refuses', name, Object.keys(values));
    }
  });

/** Which options a starter offers, and why not others. */
export type Offers = z.infer<typeof offersSchema>;

/** The values of a choice that are offered; `undefined` if the option is not. */
export function offeredValues(
  { offers }: Offers,
  name: string,
): string[] | undefined {
  const option = optionTable.get(name);
  const offered = offers[name];
  if (!offered || option?.kind !== 'choice') {
    return undefined;
  }
  const all = Object.keys(option.values);
  return offered === true ? all : all.filter(value => offered.includes(value));
}

/** The default of an option for a starter that offers it: its own, or the first value offered. */
export function defaultOf(offers: Offers, name: string): unknown {
  const option = optionTable.get(name);
  if (!option || !offers.offers[name]) {
    return undefined;
  }
  if (option.kind === 'choice') {
    const values = offeredValues(offers, name)!;
    return option.default !== undefined && !values.includes(option.default)
      ? values[0]
      : option.default;
  }
  if (option.kind === 'list') {
    return [];
  }
  return 'default' in option ? option.default : undefined;
}

/** What is chosen that a starter does not offer, with the reason, and what it needs and did not get. */
export function offerProblems(
  options: StarterOptions,
  starter: string,
  offers: Offers,
): OptionProblem[] {
  const unoffered = [...optionTable].flatMap(([name, { when, required }]) => {
    const value = valueOf(options, name);
    if (value === undefined) {
      return required && !when && offers.offers[name]
        ? [{ option: name, message: 'is needed' }]
        : [];
    }
    if (!offers.offers[name]) {
      return [
        { option: name, message: `the starter ${starter} does not offer it` },
      ];
    }
    const values = offeredValues(offers, name);
    if (!values || values.includes(String(value))) {
      return [];
    }
    const reason = offers.refuses[name]?.[String(value)];
    return [
      {
        option: name,
        message: `the starter ${starter} does not offer ${value}${
          reason ? `: ${reason}` : ''
        }`,
      },
    ];
  });
  // What was left out may take a default that something chosen does not go with.
  return unoffered.length > 0
    ? unoffered
    : exclusionProblems(completeOptions(options, offers));
}

/** The options with the defaults of what was left out and is asked, in the order of the table. */
export function completeOptions(
  options: StarterOptions,
  offers: Offers,
): StarterOptions {
  const complete: Record<string, unknown> = {};
  for (const [name, { when }] of optionTable) {
    const asked = !when || complete[when.option] === when.value;
    const value =
      valueOf(options, name) ?? (asked ? defaultOf(offers, name) : undefined);
    if (value !== undefined) {
      complete[name] = value;
    }
  }
  return complete;
}

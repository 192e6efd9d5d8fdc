import type {
  Answers,
  Guidance,
  RefusedOption,
  StarterOptionsForm,
} from 'backstage-plugin-ml-orchestrator-common';
import { exclusionOf } from './exclusions';
import { impliedOptions, valueTitle } from './impliedOptions';
import { defaultOf, offeredValues, type Offers } from './offers';
import { optionTable, type StarterOption } from './optionTable';

type Schema = Record<string, unknown>;

/** Choices of so many values are shown one below the other, and others as a list to open. */
const MOST_RADIOS = 4;

/** The form for what a starter offers. What is asked only for a certain choice appears with that choice. */
export function optionsForm(
  starter: string,
  offers: Offers,
  { guidance, answers }: { guidance: Guidance; answers: Answers },
): Omit<StarterOptionsForm, 'problems'> {
  const asked = [...optionTable].filter(([name]) => isAsked(name, offers));
  const depends = ({ when }: StarterOption) =>
    when !== undefined && asked.some(([name]) => name === when.option);
  const always = asked.filter(([, option]) => !depends(option));
  const schemaOf = ([name, option]: [string, StarterOption]) =>
    [name, fieldSchema(name, option, offers)] as const;
  return {
    starter,
    schema: {
      type: 'object',
      properties: Object.fromEntries(always.map(schemaOf)),
      required: requiredOf(always),
      dependencies: Object.fromEntries(
        always
          .map(([name]) => [name, branchesOf(name, asked, offers)] as const)
          .filter(([, branches]) => branches.some(isParticular))
          .map(([name, branches]) => [name, { oneOf: branches }]),
      ),
    },
    uiSchema: {
      'ui:order': [...asked.map(([name]) => name), '*'],
      ...Object.fromEntries(
        asked.map(([name, option]) => [name, fieldUi(name, option, offers)]),
      ),
    },
    known: Object.fromEntries(
      [...optionTable].map(([name, option]) => [
        name,
        {
          title: option.title,
          ...withDefault('default' in option ? option.default : undefined),
        },
      ]),
    ),
    implied: impliedOptions(guidance, answers, offers),
    refused: refusedOptions(offers),
  };
}

/** What a form asks for with one value of a choice. */
interface Branch {
  properties: Record<string, Schema>;
  required: string[];
}

/** For each value of a choice: what is asked then, and what is left to choose elsewhere. */
function branchesOf(
  name: string,
  asked: [string, StarterOption][],
  offers: Offers,
): Branch[] {
  return (offeredValues(offers, name) ?? []).map(value => {
    const shown = asked.filter(
      ([, { when }]) => when?.option === name && when.value === value,
    );
    return {
      properties: {
        [name]: { enum: [value] },
        ...Object.fromEntries(
          shown.map(([of, option]) => [of, fieldSchema(of, option, offers)]),
        ),
        ...Object.fromEntries(
          asked.flatMap(([of]) => narrowed(of, { [name]: value }, offers)),
        ),
      },
      required: requiredOf(shown),
    };
  });
}

/** Whether a branch asks for more, or leaves less to choose, than is always so. */
function isParticular({ properties }: Branch): boolean {
  return Object.keys(properties).length > 1;
}

/** A choice of which not all values go with what was chosen, with the reasons instead of its description. */
function narrowed(
  name: string,
  chosen: Record<string, string>,
  offers: Offers,
): [string, Schema][] {
  const values = offeredValues(offers, name) ?? [];
  const excluded = values.flatMap(
    value => exclusionOf(name, value, chosen) ?? [],
  );
  if (excluded.length === 0) {
    return [];
  }
  const left = values.filter(value => !exclusionOf(name, value, chosen));
  const reasons = excluded.map(
    ({ value, because }) => `Not “${valueTitle(name, value)}”: ${because}.`,
  );
  return [
    [name, { oneOf: titled(name, left), description: reasons.join(' ') }],
  ];
}

function titled(name: string, values: string[]): Schema[] {
  return values.map(value => ({
    const: value,
    title: valueTitle(name, value),
  }));
}

/** Whether there is something to choose: not where a single value is offered, or what it belongs to is never so. */
function isAsked(name: string, offers: Offers): boolean {
  const { when } = optionTable.get(name)!;
  if (!offers.offers[name] || offeredValues(offers, name)?.length === 1) {
    return false;
  }
  return (
    !when || Boolean(offeredValues(offers, when.option)?.includes(when.value))
  );
}

function requiredOf(options: [string, StarterOption][]): string[] {
  return options.filter(([, { required }]) => required).map(([name]) => name);
}

function fieldSchema(
  name: string,
  option: StarterOption,
  offers: Offers,
): Schema {
  const { title, description } = option;
  const common = {
    title,
    ...(description ? { description } : {}),
    ...withDefault(defaultOf(offers, name)),
  };
  switch (option.kind) {
    case 'choice':
      return {
        ...common,
        type: 'string',
        oneOf: titled(name, offeredValues(offers, name)!),
      };
    case 'text': {
      const { pattern, format } = option;
      return {
        ...common,
        type: 'string',
        ...(pattern ? { pattern } : {}),
        ...(format ? { format } : {}),
      };
    }
    case 'list':
      return {
        ...common,
        type: 'array',
        maxItems: option.maxItems,
        items: {
          type: 'object',
          title: option.itemTitle,
          required: Object.keys(option.fields),
          properties: Object.fromEntries(
            Object.entries(option.fields).map(
              ([field, { title: of, pattern }]) => [
                field,
                { type: 'string', title: of, pattern },
              ],
            ),
          ),
        },
      };
    default: {
      const { kind, minimum, maximum } = option;
      return { ...common, type: kind, minimum, maximum };
    }
  }
}

function withDefault(value: unknown) {
  return value === undefined ? {} : { default: value };
}

function fieldUi(name: string, option: StarterOption, offers: Offers): Schema {
  switch (option.kind) {
    case 'choice':
      return offeredValues(offers, name)!.length <= MOST_RADIOS
        ? { 'ui:widget': 'radio' }
        : {};
    case 'text':
      return {
        ...(option.placeholder ? { 'ui:placeholder': option.placeholder } : {}),
        ...(option.help ? { 'ui:help': option.help } : {}),
      };
    case 'list':
      return {
        items: Object.fromEntries(
          Object.entries(option.fields).map(([field, { help }]) => [
            field,
            help ? { 'ui:help': help } : {},
          ]),
        ),
      };
    default:
      return {};
  }
}

function refusedOptions({ refuses }: Offers): RefusedOption[] {
  return Object.entries(refuses).flatMap(([option, reasons]) =>
    Object.entries(reasons).map(([value, because]) => ({
      option,
      value,
      title: valueTitle(option, value),
      because,
    })),
  );
}

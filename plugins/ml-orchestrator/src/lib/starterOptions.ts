import type {
  ImpliedOption,
  StarterOptionsForm,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';

/** Value of the template form's `StarterOptions` field: option → what was chosen. */
export type OptionValues = Record<string, unknown>;

/** As much as is needed of the JSON Schema of one option. */
export interface OptionSchema {
  default?: unknown;
  /** The values of a choice. */
  oneOf?: { const?: unknown; title?: string }[];
}

/** What a form asks for once some values are chosen; react-jsonschema-form resolves conditions. */
export type Asked = (values: OptionValues) => Record<string, OptionSchema>;

/** A value that a starter does not offer, though it was chosen. */
export interface DroppedOption {
  option: string;
  value: unknown;
}

interface FormSchema {
  properties?: Record<string, OptionSchema>;
  dependencies?: Record<string, { oneOf?: FormSchema[] }>;
}

/** Every option that a form may ask for, whatever is chosen. */
export function offeredOptions({
  schema,
}: Pick<StarterOptionsForm, 'schema'>): Map<string, OptionSchema> {
  const { properties = {}, dependencies = {} } = schema as FormSchema;
  const conditional = Object.values(dependencies).flatMap(({ oneOf = [] }) =>
    oneOf.map(branch => branch.properties ?? {}),
  );
  // A branch repeats the option that it depends on, so what is always asked comes last.
  return new Map([...conditional, properties].flatMap(Object.entries));
}

/** What people call an option; its name if there is none of that name. */
export function optionTitle(
  { known }: Pick<StarterOptionsForm, 'known'>,
  option: string,
): string {
  return known[option]?.title ?? option;
}

/** Reads whatever the form holds; a prefilled link may hold anything. */
export function readOptionValues(formData: unknown): OptionValues {
  return typeof formData === 'object' && formData && !Array.isArray(formData)
    ? withoutBlanks(formData as OptionValues)
    : {};
}

/**
 * The values to start with: those given, as far as they are offered, then what the
 * answers imply, then the defaults.
 */
export function startOptions(
  form: StarterOptionsForm,
  given: OptionValues,
  asked: Asked,
): { values: OptionValues; dropped: DroppedOption[] } {
  const offered = offeredOptions(form);
  const isOffered = ([option, value]: [string, unknown]) =>
    allows(offered.get(option), value);
  const entries = Object.entries(given);
  const kept = Object.fromEntries(entries.filter(isOffered));
  return {
    values: tidy(
      form,
      fillIn(form, kept, asked, () => true),
      asked,
    ),
    // Nobody misses what they never chose.
    dropped: entries
      .filter(
        entry =>
          !isOffered(entry) && form.known[entry[0]]?.default !== entry[1],
      )
      .map(([option, value]) => ({ option, value })),
  };
}

/**
 * The values after somebody changed one. What is asked only now, or cannot stay as it
 * was, starts like all did; what is no longer asked goes, and what somebody cleared stays
 * clear.
 */
export function changeOptions(
  form: StarterOptionsForm,
  previous: OptionValues,
  next: OptionValues,
  asked: Asked,
): OptionValues {
  const before = asked(previous);
  const now = asked(next);
  const isLeft = ([name, value]: [string, unknown]) =>
    !(name in now) || value === undefined || allows(now[name], value);
  const left = Object.fromEntries(Object.entries(next).filter(isLeft));
  const mayFill = (name: string) =>
    !(name in before) || (name in next && !(name in left));
  return tidy(form, fillIn(form, left, asked, mayFill), asked);
}

/** Whether an option is asked and may have a value. */
export function allows(
  schema: OptionSchema | undefined,
  value: unknown,
): boolean {
  return Boolean(
    schema && (schema.oneOf?.some(one => one.const === value) ?? true),
  );
}

/** The implied value that counts for an option; the first question wins. */
export function impliedFor(
  { implied }: Pick<StarterOptionsForm, 'implied'>,
  option: string,
): ImpliedOption | undefined {
  return implied.find(one => one.option === option);
}

/** Why a value was dropped, in a sentence. */
export function droppedWords(
  t: Translate,
  form: StarterOptionsForm,
  { option, value }: DroppedOption,
): string {
  const title = optionTitle(form, option);
  if (!offeredOptions(form).has(option)) {
    return t('options.dropped.option', { option: title });
  }
  const refused = form.refused.find(
    one => one.option === option && one.value === value,
  );
  return refused
    ? t('options.dropped.because', {
        option: title,
        value: refused.title,
        because: refused.because,
      })
    : t('options.dropped.value', { option: title, value: String(value) });
}

/** One after the other, for what is filled in may decide what is asked and what is left to choose. */
function fillIn(
  form: StarterOptionsForm,
  values: OptionValues,
  asked: Asked,
  mayFill: (option: string) => boolean,
): OptionValues {
  for (const [name, schema] of inOrder(form, asked(values))) {
    if (mayFill(name) && values[name] === undefined) {
      const filled = [impliedFor(form, name)?.value, schema.default]
        .filter(start => start !== undefined)
        .map(start => ({ ...values, [name]: start }))
        .find(next => goTogether(next, asked(next)));
      if (filled) {
        return fillIn(form, filled, asked, mayFill);
      }
    }
  }
  return values;
}

function goTogether(
  values: OptionValues,
  shown: Record<string, OptionSchema>,
): boolean {
  return Object.entries(shown).every(
    ([name, schema]) =>
      values[name] === undefined || allows(schema, values[name]),
  );
}

/** As a form asks. */
function inOrder<T>(
  form: StarterOptionsForm,
  options: Record<string, T>,
): [string, T][] {
  const order = form.uiSchema['ui:order'];
  const place = (name: string) =>
    Array.isArray(order) ? order.indexOf(name) : 0;
  return Object.entries(options).sort(([a], [b]) => place(a) - place(b));
}

/** Only what is asked and filled in, in the order in which it is asked. */
function tidy(
  form: StarterOptionsForm,
  values: OptionValues,
  asked: Asked,
): OptionValues {
  return withoutBlanks(
    Object.fromEntries(
      inOrder(form, asked(values)).map(([name]) => [name, values[name]]),
    ),
  );
}

function withoutBlanks(values: OptionValues): OptionValues {
  const isBlank = (value: unknown) =>
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => !isBlank(value)),
  );
}

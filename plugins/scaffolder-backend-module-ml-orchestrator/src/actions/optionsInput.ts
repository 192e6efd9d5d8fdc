import type { z as zod, ZodTypeAny } from 'zod/v3';
import { optionTable, type StarterOption } from '../starters';

/** The options of starters as the input of an action: what the Actions page shows of them. */
export function optionsInput(z: typeof zod): Record<string, ZodTypeAny> {
  return Object.fromEntries(
    [...optionTable].map(([name, option]) => [
      name,
      typeOf(z, option).optional().describe(descriptionOf(option)),
    ]),
  );
}

/** Forms hand over empty text for what was not chosen; the spec is checked more closely than this. */
function typeOf(z: typeof zod, option: StarterOption): ZodTypeAny {
  switch (option.kind) {
    case 'choice':
      return z.enum(['', ...Object.keys(option.values)]);
    case 'text':
      return z.string();
    case 'list':
      return z.array(
        z.object(
          Object.fromEntries(
            Object.entries(option.fields).map(([field, { title }]) => [
              field,
              z.string().describe(title),
            ]),
          ),
        ),
      );
    default:
      return z.number();
  }
}

function descriptionOf({ title, description, when, ...option }: StarterOption) {
  return [
    `${title}.`,
    description,
    when && `Only when ${when.option} is ${when.value}.`,
    'default' in option &&
      option.default !== undefined &&
      `${option.default} if absent, where a starter offers it.`,
  ]
    .filter(Boolean)
    .join(' ');
}

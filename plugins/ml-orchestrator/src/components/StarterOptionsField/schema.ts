import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The name that templates use: `ui:field: StarterOptions`. */
export const OPTIONS_FIELD = 'StarterOptions';

/** The field's value; which options there are, the starter says. */
export const optionsFieldSchema = makeFieldSchema({
  output: z => z.record(z.unknown()).describe('Option → what was chosen'),
});

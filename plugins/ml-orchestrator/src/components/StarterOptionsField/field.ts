import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { OPTIONS_FIELD, optionsFieldSchema } from './schema';
import { StarterOptionsField } from './StarterOptionsField';
import { validateOptions } from './validateOptions';

/** The form field; templates use it as `ui:field: StarterOptions`. */
export const starterOptionsField = createFormField({
  name: OPTIONS_FIELD,
  component: StarterOptionsField,
  validation: validateOptions,
  schema: optionsFieldSchema,
});

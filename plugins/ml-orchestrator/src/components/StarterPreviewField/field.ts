import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PREVIEW_FIELD, previewFieldSchema } from './schema';
import { StarterPreviewField } from './StarterPreviewField';

/** The form field; templates use it as `ui:field: StarterPreview`. */
export const starterPreviewField = createFormField({
  name: PREVIEW_FIELD,
  component: StarterPreviewField,
  schema: previewFieldSchema,
});

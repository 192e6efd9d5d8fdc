import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** The name that templates use: `ui:field: StarterPreview`. */
export const PREVIEW_FIELD = 'StarterPreview';

/** The field only shows; it has no value. */
export const previewFieldSchema = makeFieldSchema({
  output: z => z.null(),
});

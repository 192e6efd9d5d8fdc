import type { BaseStack } from './base-stack';
import type { Extraction } from './extraction';

/** The type of the step that extracts the data. */
export const EXTRACT_TYPE = 'EMRServerless';

/** What that step needs: the source, as it is. */
export function extractionFor({ source }: BaseStack): Extraction {
  return source;
}

import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The reader's language, for numbers and dates. */
export function useLanguage(): string {
  return useApi(appLanguageApiRef).getLanguage().language;
}
